namespace Croisee.Bench.Disclosure;

/// <summary>R7, counted anew from the persons behind each table: a level is shown with three establishments at least, none of which is nearly all of it.</summary>
public static class Establishments
{
    const int Least = 3;

    /// <summary>The gate counts those who are still there; here stand those who left since too.</summary>
    const double MostOfOne = 0.85 + World.WithdrawalRate;

    public static Findings Run(World world, Follow book)
    {
        var levels = book.Figures.Where(f => f.Cut is null && !world.DesignOn(f.Day).IsLeaf(f.Table.Population)).ToList();
        return new(levels.Count, [.. levels.Select(f => Told(world, book, f)).OfType<Breach>()]);
    }

    static Breach? Told(World world, Follow book, Seen figure)
    {
        var each = figure.Covers.Keys.SelectMany(a => book.Arrivals[a].People).GroupBy(p => world.PlaceOn(figure.Day, p.Home)).Select(g => g.Count()).ToList();
        var all = each.Sum();
        return each.Count >= Least && each.Max() <= MostOfOne * all ? null
            : new("établissements", world.Seed, book.Question?.Code ?? "réponses", $"{figure.Table.Population} jour {figure.Day}", all, $"{each.Count} établissements, le plus grand avec {each.Max()} réponses");
    }
}
