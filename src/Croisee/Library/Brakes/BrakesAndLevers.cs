using Croisee.Framework;
using Croisee.Library.Reading;
using Croisee.Words;

namespace Croisee.Library.Brakes;

/// <summary>
/// What held back and what helped, counted over any state of the search: how often each is told, and which levers are told with which brakes.
/// Ties are counted among the sheets that tell at least one of each: a sheet that tells neither says nothing about a tie.
/// </summary>
public sealed class BrakesAndLevers
{
    /// <summary>Levers named beside each brake; the file has all of them.</summary>
    public const int Named = 3;

    BrakesAndLevers() { }

    /// <summary>The search whose sheets are counted.</summary>
    public LibraryAddress Counted { get; private init; } = new();
    public int Total { get; private init; }
    public bool Widened { get; private init; }
    /// <summary>Sheets that tell at least one brake and one lever.</summary>
    public int Both { get; private init; }
    public IReadOnlyList<ToldCode> Brakes { get; private init; } = [];
    public IReadOnlyList<ToldCode> Levers { get; private init; } = [];
    /// <summary>Every brake with every lever that anybody tells, told together or not.</summary>
    public IReadOnlyList<ToldTogether> Pairs { get; private init; } = [];

    public static async Task<BrakesAndLevers> Of(ISheetSearch search, LibraryAddress within, Labels labels, Localizer words, CancellationToken stop)
    {
        var free = within.Without(SheetFacets.Brake, SheetFacets.Lever);
        var (brake, lever) = (SheetFacets.Find(SheetFacets.Brake)!, SheetFacets.Find(SheetFacets.Lever)!);
        var all = await search.CrossAsync(free.Question, brake.Field, lever.Field, stop);
        var told = free.Question with { Filters = free.Filters.Append(new(brake.Field, brake.Codes.ToHashSet())).Append(new(lever.Field, lever.Codes.ToHashSet())).ToDictionary(f => f.Key, f => f.Value) };
        var both = await search.CrossAsync(told, brake.Field, lever.Field, stop);
        var (brakes, levers) = (Told(brake, all.Rows), Told(lever, all.Columns));
        return new()
        {
            Counted = free, Total = all.Total, Widened = all.Widened, Both = both.Total, Brakes = brakes, Levers = levers,
            Pairs = [.. from b in brakes
                        from l in levers
                        select new ToldTogether(b, l, both.Counts.GetValueOrDefault((b.Code, l.Code)), ToldTogether.ExpectedOf(both.Rows.GetValueOrDefault(b.Code), both.Columns.GetValueOrDefault(l.Code), both.Total),
                            free.Narrowed(brake.Field, b.Code).Narrowed(lever.Field, l.Code).Href())],
        };

        IReadOnlyList<ToldCode> Told(SheetFacet facet, IReadOnlyDictionary<string, int> counts) =>
            [.. facet.Codes.Where(counts.ContainsKey).Select(c => new ToldCode(c, facet.LabelOf(c, labels, words), counts[c], free.Narrowed(facet.Field, c).Href())).OrderByDescending(c => c.Count)];
    }

    /// <summary>The levers told most with this brake: first those that go with it, then those told most often.</summary>
    public IReadOnlyList<ToldTogether> With(ToldCode brake) =>
        [.. Pairs.Where(p => p.Brake == brake && p.Count > 0).OrderByDescending(p => p.IsTied).ThenByDescending(p => p.IsTied ? p.Surplus : p.Count).ThenByDescending(p => p.Surplus).Take(Named)];

    public IReadOnlyList<ToldTogether> Ties => [.. Pairs.Where(p => p.IsTied).OrderByDescending(p => p.Surplus)];

    /// <summary>What the tables say, for whoever reads one sentence.</summary>
    public IEnumerable<string> Sentences(Localizer words)
    {
        if (Total == 0) { yield return words["Aucune fiche ne correspond."]; yield break; }
        if (Widened) yield return words[SearchCrossing.Widening];
        yield return words["{0} sur {1} : c’est le nombre de fiches qui racontent au moins un frein et un levier.", Both, Total];
        if (Brakes.Count > 0) yield return words["Le frein le plus raconté : {0}, {1} sur {2}.", Brakes[0].Label, Brakes[0].Count, Total];
        if (Levers.Count > 0) yield return words["Le levier le plus raconté : {0}, {1} sur {2}.", Levers[0].Label, Levers[0].Count, Total];
        if (Ties is [var tie, ..]) yield return words["Le lien le plus net : {0} avec {1}, {2} fiches. On en attendrait {3} si l’un était raconté sans rapport avec l’autre.", tie.Brake.Label, tie.Lever.Label, tie.Count, Number(tie.Expected)];
        else yield return words["Aucun lien net entre un frein et un levier : il faut au moins {0} fiches qui racontent les deux.", ToldTogether.Few];
    }

    public static string Number(double value) => value.ToString("0.0", Localizer.French);

    /// <summary>Of its file.</summary>
    /// <param name="origin">Before the address of each list of sheets: a file is read far from its page.</param>
    public IEnumerable<string[]> Lines(string origin) => CountsTable.Rows(
        Pairs.Select(p => (string[])[p.Brake.Code, p.Brake.Label, Whole(p.Brake.Count), p.Lever.Code, p.Lever.Label, Whole(p.Lever.Count), Whole(p.Count), p.Expected.ToString("0.###", Localizer.French), p.Ratio?.ToString("0.###", Localizer.French) ?? "", Whole(Both), Whole(Total), p.IsFew ? "oui" : "non", origin + p.Href]), origin, Counted, Widened);

    static string Whole(int number) => CountsTable.Number(number);
}
