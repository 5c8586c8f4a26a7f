using Croisee.Framework;
using Croisee.Library.Reading;
using Croisee.Words;

namespace Croisee.Library.Coverage;

/// <summary>How many of the sheets say one thing, and the list of exactly those.</summary>
public sealed record CoverageShare(SheetFacet Facet, string Code, string Label, int Count, string Href);

/// <summary>The shares that a project lead asks for (domain 1.7): training, recognition, evaluation, reading again. Table, sentences and file are made from this one.</summary>
public sealed class CoverageShares
{
    public static readonly string[] Fields = [SheetFacets.Training, SheetFacets.Recognition, SheetFacets.Evaluation, SheetFacets.ReadAgain];
    public static readonly string[] Untold = [SheetFacets.Complete, SheetFacets.Missing];
    static readonly (string, string)[] Said = [(SheetFacets.Training, SheetShares.Persons), (SheetFacets.Recognition, SheetShares.Money), (SheetFacets.Evaluation, "EVAL_FAITE"), (SheetFacets.ReadAgain, SheetFacets.Yes)];

    CoverageShares(LibraryAddress counted, SearchCrossing crossing, IReadOnlyList<CoverageShare> lines) => (Counted, Total, Widened, Lines) = (counted, crossing.Total, crossing.Widened, lines);

    /// <summary>The search whose sheets are counted.</summary>
    public LibraryAddress Counted { get; }
    public int Total { get; }
    public bool Widened { get; }
    public IReadOnlyList<CoverageShare> Lines { get; }

    /// <summary>The sheets that may be completed, and of what: the way from what lacks to who could tell it.</summary>
    public static async Task<CoverageShares> OfMissing(ISheetSearch search, LibraryAddress within, Labels labels, Localizer words, CancellationToken stop)
    {
        var free = within.Without(Untold);
        var crossing = await search.CrossAsync(free.Question, Untold[0], Untold[1], stop);
        CoverageShare Line(string field, string code, int count) => new(SheetFacets.Find(field)!, code, SheetFacets.Find(field)!.LabelOf(code, labels, words), count, free.Narrowed(field, code).Href());
        return new(free, crossing, [Line(SheetFacets.Complete, SheetFacets.Unsaid, crossing.Rows.GetValueOrDefault(SheetFacets.Unsaid)),
            .. SheetFacets.Find(SheetFacets.Missing)!.Codes.Select(code => Line(SheetFacets.Missing, code, crossing.Columns.GetValueOrDefault(code)))]);
    }

    /// <param name="within">The sheets to count; its choices in the four fields are left out, since the table shows them all.</param>
    public static async Task<CoverageShares> Of(ISheetSearch search, LibraryAddress within, Labels labels, Localizer words, CancellationToken stop)
    {
        var free = within.Without(Fields);
        var first = await search.CrossAsync(free.Question, Fields[0], Fields[1], stop);
        var second = await search.CrossAsync(free.Question, Fields[2], Fields[3], stop);
        IReadOnlyDictionary<string, int>[] counts = [first.Rows, first.Columns, second.Rows, second.Columns];
        return new(free, first, [.. from field in Fields.Zip(counts)
                                    let facet = SheetFacets.Find(field.First)!
                                    from word in OfferedWord.Of(facet, field.Second, labels, words)
                                    select new CoverageShare(facet, word.Code, word.Label, field.Second.GetValueOrDefault(word.Code), free.Narrowed(facet.Field, word.Code).Href())]);
    }

    public double PartOf(CoverageShare line) => Total == 0 ? 0 : (double)line.Count / Total;

    public IEnumerable<string> Sentences(Localizer words)
    {
        if (Total == 0) yield break;
        if (Widened) yield return words[SearchCrossing.Widening];
        foreach (var line in Lines.Where(l => Said.Contains((l.Facet.Field, l.Code)))) yield return words["{0} : {1} sur {2}.", line.Label, line.Count, Total];
    }

    /// <summary>Of a file: each line names its landmark.</summary>
    public IEnumerable<string[]> Told(string origin) => CountsTable.Rows(
        Lines.Select(l => (string[])[l.Facet.Field, l.Facet.Label, l.Code, l.Label, CountsTable.Number(l.Count), CountsTable.Number(Total), PartOf(l).ToString("0.####", Localizer.French)]), origin, Counted, Widened);
}
