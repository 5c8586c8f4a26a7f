using Croisee.Surveys.Disclosure;

namespace Croisee.Bench.Disclosure;

/// <summary>
/// What anybody can do with two pages and a pencil: of two figures of which one counts all that the other counts, the difference.
/// All pairs, over places, parts and days; then the differences again among themselves.
/// </summary>
public static class Subtraction
{
    sealed record Known(HashSet<int> Groups, int Low, int High, string What);

    public static Findings Run(int seed, Follow book, int cut)
    {
        var groups = new Groups(book, [cut], book.Figures);
        var known = groups.Figures.Select(f => new Known([.. groups.Of(f)], f.Figures.Answers.Low, f.Figures.Answers.High, $"{f.Table.Population} {f.Table.Value} jour {f.Day}")).ToList();
        known = [.. known.DistinctBy(k => (k.Low, k.High, string.Join(',', k.Groups.Order())))];
        List<Breach> found = [];
        var targets = 0;
        var small = new List<Known>();
        foreach (var (all, some) in Nested(known, known))
        {
            var left = Minus(all, some);
            Judge(left);
            if (left.Groups.Count <= 12) small.Add(left);
        }
        foreach (var (all, some) in Nested([.. small.DistinctBy(k => string.Join(',', k.Groups.Order())).Take(400)], [.. known.Where(k => k.Groups.Count <= 12)])) Judge(Minus(all, some));
        return new(targets, [.. found.DistinctBy(b => b.Group)]);

        void Judge(Known left)
        {
            var size = left.Groups.Sum(g => groups.All[g].Persons.Count);
            // More left than came: the difference says so by itself.
            if (left.High < 0) found.Add(new("soustraction", seed, book.Question?.Code ?? "réponses", left.What, 0, "quelqu’un est parti"));
            if (size is < 1 or > 4) return;
            targets++;
            if (left.Low > 0 || left.High < Thresholds.Floor - 1) found.Add(new("soustraction", seed, book.Question?.Code ?? "réponses", left.What, size, $"entre {left.Low} et {left.High}"));
        }
    }

    static IEnumerable<(Known All, Known Some)> Nested(List<Known> larger, List<Known> smaller) =>
        from all in larger from some in smaller where some.Groups.Count < all.Groups.Count && some.Groups.IsSubsetOf(all.Groups) select (all, some);

    static Known Minus(Known all, Known some) => new([.. all.Groups.Except(some.Groups)], all.Low - some.High, all.High - some.Low, $"{all.What} moins {some.What}");
}
