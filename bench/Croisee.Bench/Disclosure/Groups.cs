namespace Croisee.Bench.Disclosure;

/// <summary>The groups of persons that no figure divides further: an arrival by the values of the cuts the attacker works with.</summary>
/// <param name="Persons">How many there truly are: the attack itself never reads it.</param>
public sealed record Group(int Arrival, IReadOnlyList<int> Values, IReadOnlyList<Person> Persons)
{
    public bool IsTarget => Persons.Count is >= 1 and <= 4;
}

public sealed class Groups
{
    readonly Follow book;
    readonly IReadOnlyList<int> cuts;
    readonly Dictionary<int, List<int>> ofArrival = [];

    /// <param name="cuts">The cuts crossed: one, or both.</param>
    public Groups(Follow book, IReadOnlyList<int> cuts, IEnumerable<Seen> figures)
    {
        (this.book, this.cuts) = (book, cuts);
        Figures = [.. figures.Where(f => f.Cut is not { } cut || cuts.Contains(cut))];
        foreach (var arrival in Figures.SelectMany(f => f.Covers.Keys).Distinct().Order())
            foreach (var values in Crossed(0))
            {
                if (!ofArrival.TryGetValue(arrival, out var list)) ofArrival[arrival] = list = [];
                list.Add(All.Count);
                All.Add(new(arrival, values, [.. book.Arrivals[arrival].People.Where(p => cuts.Index().All(c => Follow.ValueOf(c.Item, p) == values[c.Index]))]));
            }
    }

    public List<Group> All { get; } = [];

    public IReadOnlyList<Seen> Figures { get; }

    public IEnumerable<int> In(int arrival) => ofArrival[arrival];

    /// <summary>Numbers of the groups that a figure counts.</summary>
    public IEnumerable<int> Of(Seen figure) =>
        figure.Covers.SelectMany(c => ofArrival[c.Key].Where(g => figure.Cut is not { } cut || ((c.Value >> All[g].Values[IndexOf(cut)]) & 1) == 1));

    public string Name(int group) =>
        $"{book.Arrivals[All[group].Arrival].Population}, jour {book.Arrivals[All[group].Arrival].Day}, {string.Join(" × ", cuts.Select((c, i) => All[group].Values[i] is var v && v < World.Cuts[c].Values.Count ? World.Cuts[c].Values[v] : "?"))}";

    int IndexOf(int cut) => cuts.Index().First(c => c.Item == cut).Index;

    IEnumerable<int[]> Crossed(int from)
    {
        if (from == cuts.Count) { yield return []; yield break; }
        for (var value = 0; value <= World.Cuts[cuts[from]].Values.Count; value++)
            foreach (var rest in Crossed(from + 1)) yield return [value, .. rest];
    }
}
