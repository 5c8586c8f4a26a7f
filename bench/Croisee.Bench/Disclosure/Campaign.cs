using Croisee.Surveys.Disclosure;

namespace Croisee.Bench.Disclosure;

/// <summary>A world lived day by day through the real gate; every table of every day is kept.</summary>
public sealed class Campaign
{
    static readonly DateOnly FirstDay = new(2027, 1, 4);

    readonly PublicationHistory history = new();
    readonly Dictionary<string, Person> waiting = [];
    readonly Dictionary<string, string> joinedIn = [];
    readonly Dictionary<string, (int Day, PublishedTable Table)> latest = [];

    internal Campaign(World world, RuleSwitch without)
    {
        World = world;
        var thresholds = new Thresholds { Without = without };
        var least = without.HasFlag(RuleSwitch.R4) ? 1 : thresholds.Least;
        Books = [.. Enumerable.Range(0, World.Questions.Count + 1).Select(b => new Follow(b, least))];
        for (var day = 1; day <= World.LastDay; day++) Live(day, thresholds);
    }

    public World World { get; }

    /// <summary>Who answered at all, then each question.</summary>
    public IReadOnlyList<Follow> Books { get; }

    public double VisibleWhileOpen { get; private set; }

    public double VisibleAtClosing { get; private set; }

    public IReadOnlyCollection<PublishedTable> Latest => [.. latest.Values.Select(l => l.Table)];

    public PublicationHistory History => history;

    void Live(int day, Thresholds thresholds)
    {
        if (day == World.MergerDay) Merge(World.DesignOn(day - 1));
        var design = World.DesignOn(day);
        var moved = PutAside(day, design);
        foreach (var person in World.People.Where(p => p.Day == day)) waiting[person.Row.Id] = person;
        var left = World.People.Where(p => p.WithdrawnOn == day && !waiting.Remove(p.Row.Id)).ToList();
        foreach (var book in Books) book.Remember(history);
        var closing = World.IsClosing(day);
        var rows = waiting.Values.Where(p => !World.IsAside(day, p.Home)).Select(p => p.Row with { Population = World.PlaceOn(day, p.Home) }).ToList();
        var publication = new DisclosureGate(design, thresholds).Publish(history, FirstDay.AddDays(day), rows, [.. left.Select(p => new WithdrawnRow(p.Row, joinedIn[p.Row.Id]))], closing, moved);
        foreach (var row in publication.Joined) joinedIn[row.Id] = row.Population;
        var joined = publication.Joined.ToLookup(j => j.Population, j => waiting[j.Id]);
        foreach (var book in Books)
        {
            var gone = left.Where(book.Answered).GroupBy(p => joinedIn[p.Row.Id]).ToDictionary(g => g.Key, g => g.Count());
            book.After(World, design, history, day, closing, !thresholds.Holds(RuleSwitch.R8), joined, gone, publication);
        }
        foreach (var row in publication.Joined) waiting.Remove(row.Id);
        foreach (var table in publication.Tables) latest[$"{table.Population}|{table.Question}|{table.Cut}|{table.Value}|{table.AllBut}"] = (day, table);
        if (day == World.ClosingDay - 1) VisibleWhileOpen = Visible(day);
        if (day == World.LastDay) VisibleAtClosing = Visible(day);
    }

    /// <returns>The establishment that is set aside or comes back on this day.</returns>
    string[] PutAside(int day, SurveyDesign design)
    {
        var aside = World.IsAside(day, World.Doubted);
        if (aside == World.IsAside(day - 1, World.Doubted)) return [];
        if (aside) history.PutAside(design, World.Doubted); else history.TakeBack(design, World.Doubted);
        return [World.Doubted];
    }

    /// <summary>Of the answers given so far, but for those set aside, those that count in a figure that can be read.</summary>
    double Visible(int day)
    {
        var shown = latest.Values.Where(l => l.Table is { Question: null, Cut: null, Figures: not null }).Select(l => l.Table.Population).ToHashSet();
        bool Readable(string population)
        {
            for (string? level = population; level is not null; level = World.DesignOn(World.LastDay).Parent(level)) if (shown.Contains(level)) return true;
            return false;
        }
        var joined = joinedIn.Values.Where(p => !World.IsAside(day, p)).ToList();
        var counts = joined.Count(p => Readable(p == World.Merged && World.MergerDay is not null ? World.MergedInto : p));
        return (double)counts / (joined.Count + waiting.Values.Count(p => !World.IsAside(day, p.Home)));
    }

    void Merge(SurveyDesign design)
    {
        history.Merge(design, World.Merged, World.MergedInto);
        foreach (var book in Books) book.Merge(World.Merged, World.MergedInto);
        foreach (var (id, population) in joinedIn.ToList()) if (population == World.Merged) joinedIn[id] = World.MergedInto;
    }
}
