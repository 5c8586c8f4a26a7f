using Croisee.Surveys.Disclosure;

namespace Croisee.Bench.Disclosure;

/// <summary>
/// Knows for one question, day after day, which rows stand behind each figure. It applies the rules anew on rows, where the gate keeps only
/// counts; of the gate's own state it reads whether a cut joined, never why.
/// </summary>
public sealed class Follow(int book, int least)
{
    readonly Dictionary<string, List<Person>> waiting = [];
    readonly Dictionary<string, Dictionary<int, int>> counted = [];
    readonly Dictionary<string, List<int>> uncut = [];
    readonly Dictionary<(string Population, int Cut), Dictionary<int, int>> cutCounted = [];
    readonly Dictionary<(string, int), int[]> before = [];
    readonly Dictionary<string, int> leavingBefore = [];

    public List<Arrival> Arrivals { get; } = [];

    /// <summary>Answers that left on a day when nobody came: by population, day, persons.</summary>
    public List<(string Population, int Day, int Persons)> Departures { get; } = [];

    public List<Seen> Figures { get; } = [];

    public void Remember(PublicationHistory history)
    {
        foreach (var (population, books) in history.Books)
        {
            var own = books[book];
            for (var cut = 0; cut < own.Cuts.Length; cut++) before[(population, cut)] = [.. own.Cuts[cut].Counted.Select(t => t.Answers)];
            leavingBefore[population] = own.Leaving.Count;
        }
    }

    /// <param name="left">Answers to this question taken back today, by population.</param>
    public void After(World world, SurveyDesign design, PublicationHistory history, int day, bool closing, bool leaveAtOnce, ILookup<string, Person> joined, IReadOnlyDictionary<string, int> left, SurveyPublication publication)
    {
        if (leaveAtOnce) Departures.AddRange(left.Where(l => l.Value > 0).Select(l => (l.Key, day, l.Value)));
        foreach (var population in history.Books.Keys.Union(joined.Select(g => g.Key)).Union(waiting.Keys).Where(p => !world.IsAside(day, p)).OrderByDescending(p => Depth(design, p)).ToList())
        {
            var rows = List(waiting, population);
            rows.AddRange(joined[population].Where(p => Answered(p)));
            if (rows.Count >= least && (joined.Contains(population) || closing || !design.IsLeaf(population)))
            {
                Arrive(history, population, day, rows);
                rows.Clear();
            }
            else if (closing && design.Parent(population) is { } parent)
            {
                List(waiting, parent).AddRange(rows);
                rows.Clear();
            }
            if (!history.Books.TryGetValue(population, out var books)) continue;
            Cut(design, population, books[book]);
        }
        foreach (var table in publication.Tables.Where(t => t.Figures is not null && t.Question == Question?.Code)) Figures.Add(See(world, design, table, day));
    }

    public ClosedQuestion? Question => book == 0 ? null : World.Questions[book - 1];

    public bool Answered(Person person) => Question is null || Chosen(person).Count > 0;

    public IReadOnlyList<int> Chosen(Person person) =>
        person.Row.Chosen.TryGetValue(Question!.Code, out var words) ? [.. Question.Counted.Index().Where(c => words.Contains(c.Item.Code)).Select(c => c.Index)] : [];

    public static int ValueOf(int cut, Person person)
    {
        var values = World.Cuts[cut].Values;
        return person.Row.Attributes.TryGetValue(World.Cuts[cut].Attribute, out var word) ? values.Index().First(v => v.Item == word).Index : values.Count;
    }

    void Arrive(PublicationHistory history, string population, int day, List<Person> rows)
    {
        var own = history.Books[population][book];
        // Whoever took the answers back while they still waited is in no figure: such a row comes in and leaves at once.
        var arrival = new Arrival(Arrivals.Count, population, day, [.. rows.Where(r => !(r.WithdrawnOn <= day))], own.Leaving.Count < leavingBefore.GetValueOrDefault(population));
        Arrivals.Add(arrival);
        Map(counted, population)[arrival.Number] = Seen.AllValues;
        List(uncut, population).Add(arrival.Number);
    }

    void Cut(SurveyDesign design, string population, QuestionBook now)
    {
        var blocks = List(uncut, population);
        if (blocks.Count == 0 || now.Uncut.Count > 0) return;
        var joined = false;
        for (var cut = 0; cut < World.Cuts.Count; cut++)
        {
            var old = before.GetValueOrDefault((population, cut));
            var shown = now.Cuts[cut].Counted.Index().Where(t => t.Item.Answers > (old?[t.Index] ?? 0)).Aggregate(0, (bits, t) => bits | (1 << t.Index));
            if (shown == 0) continue;
            joined = true;
            foreach (var arrival in blocks) Map(cutCounted, (population, cut))[arrival] = shown;
        }
        if (!joined && design.Parent(population) is { } parent) List(uncut, parent).AddRange(blocks);
        blocks.Clear();
    }

    Seen See(World world, SurveyDesign design, PublishedTable table, int day)
    {
        int? cut = table.Cut is null ? null : World.Cuts.Index().First(c => c.Item.Attribute == table.Cut).Index;
        var value = cut is null ? 0 : 1 << World.Cuts[cut.Value].Values.Index().First(v => v.Item == table.Value).Index;
        var covers = new Dictionary<int, int>();
        foreach (var population in Below(design, table.Population).Where(p => !world.IsAside(day, p)))
            foreach (var (arrival, bits) in cut is null || table.AllBut ? Map(counted, population) : Map(cutCounted, (population, cut.Value)))
                if ((cut is null ? bits : table.AllBut ? ~value : bits & value) is var some and not 0) covers[arrival] = covers.GetValueOrDefault(arrival) | some;
        return new(table, day, cut, covers);
    }

    public void Merge(string from, string into)
    {
        List(waiting, into).AddRange(List(waiting, from));
        waiting.Remove(from);
        foreach (var (arrival, bits) in Map(counted, from)) Map(counted, into)[arrival] = bits;
        counted.Remove(from);
        List(uncut, into).AddRange(List(uncut, from));
        uncut.Remove(from);
        for (var cut = 0; cut < World.Cuts.Count; cut++)
        {
            foreach (var (arrival, bits) in Map(cutCounted, (from, cut))) Map(cutCounted, (into, cut))[arrival] = bits;
            cutCounted.Remove((from, cut));
        }
    }

    static IEnumerable<string> Below(SurveyDesign design, string population) => design.Children(population).SelectMany(c => Below(design, c)).Prepend(population);

    static int Depth(SurveyDesign design, string population) => design.Parent(population) is { } parent ? 1 + Depth(design, parent) : 0;

    static List<T> List<TKey, T>(Dictionary<TKey, List<T>> lists, TKey key) where TKey : notnull => lists.TryGetValue(key, out var list) ? list : lists[key] = [];

    static Dictionary<int, int> Map<TKey>(Dictionary<TKey, Dictionary<int, int>> maps, TKey key) where TKey : notnull => maps.TryGetValue(key, out var map) ? map : maps[key] = [];
}
