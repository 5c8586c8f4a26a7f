using Croisee.Framework;
using Croisee.Library.Reading;
using Croisee.Ui;
using Croisee.Words;

namespace Croisee.Library.Coverage;

/// <summary>One place where two lists cross: what it is called, how many sheets stand there, and the list of exactly those.</summary>
/// <param name="IsRetired">One of its words is offered no more: it is there for the sheets that chose it before.</param>
public sealed record CoveragePlace(string RowCode, string Row, string ColumnCode, string Column, int Count, string Href, bool IsRetired = false)
{
    /// <summary>Fewer than two sheets: a « case blanche » (domain 1.7).</summary>
    public bool IsBlank => Count < GridCounts.Sparse && !IsNotAsked;

    /// <summary>Nobody can be asked for « autre », nor for what is offered no more: where they stand, nothing is missing.</summary>
    public bool IsNotAsked => IsRetired || Vocabularies.IsOther(RowCode) || Vocabularies.IsOther(ColumnCode);
}

/// <summary>Sheets that stand in no place of a map because they do not say one of its landmarks, and the list of exactly those.</summary>
public sealed record CoverageLack(string Label, int Count, string Href);

/// <summary>Two landmarks crossed: every pair of their codes, with or without sheets. The sheet, the table, the sentence and the file are made from this one.</summary>
public sealed class CoverageMap
{
    const int Named = 3;
    const string NoPlace = "Dans aucune case";

    CoverageMap(SheetFacet rows, SheetFacet columns, LibraryAddress counted, SearchCrossing crossing, IReadOnlyList<CoveragePlace> places, int outside, IEnumerable<CoverageLack> lacks) =>
        (Rows, Columns, Counted, Total, Widened, Places, Outside, Lacks) = (rows, columns, counted, crossing.Total, crossing.Widened, places, outside, [.. lacks.Where(l => l.Count > 0)]);

    public SheetFacet Rows { get; }
    public SheetFacet Columns { get; }
    /// <summary>The search whose sheets are counted.</summary>
    public LibraryAddress Counted { get; }
    /// <summary>Sheets counted; one may stand in several places.</summary>
    public int Total { get; }
    public bool Widened { get; }
    /// <summary>Of these, those that stand in no place.</summary>
    public int Outside { get; }
    /// <summary>Why; a sheet that says neither landmark is in both lists.</summary>
    public IReadOnlyList<CoverageLack> Lacks { get; }
    public IReadOnlyList<CoveragePlace> Places { get; }
    public IReadOnlyList<CoveragePlace> Blanks => field ??= [.. Places.Where(p => p.IsBlank)];
    public bool HasRetired => Places.Any(p => p.IsRetired);
    public bool HasOther => Places.Any(p => p is { IsNotAsked: true, IsRetired: false });

    /// <param name="within">The sheets to count; its choices in one of the two fields are left out, since the map shows them all.</param>
    public static async Task<CoverageMap> Of(ISheetSearch search, LibraryAddress within, SheetFacet rows, SheetFacet columns, Labels labels, Localizer words, CancellationToken stop)
    {
        var free = within.Without(rows.Field, columns.Field);
        var crossing = await search.CrossAsync(free.Question, rows.Field, columns.Field, stop);
        var (lines, across) = (OfferedWord.Of(rows, crossing.Rows, labels, words), OfferedWord.Of(columns, crossing.Columns, labels, words));
        var places = from row in lines
                     from column in across
                     select new CoveragePlace(row.Code, row.Label, column.Code, column.Label, crossing.Counts.GetValueOrDefault((row.Code, column.Code)), free.Narrowed(rows.Field, row.Code).Narrowed(columns.Field, column.Code).Href(), row.IsRetired || column.IsRetired);
        return new(rows, columns, free, crossing, [.. places], crossing.Outside, [Lack(rows, crossing.RowsUnsaid), Lack(columns, crossing.ColumnsUnsaid)]);

        CoverageLack Lack(SheetFacet facet, int count) => new(facet.LabelOf(SheetFacets.Unsaid, labels, words), count, free.Narrowed(facet.Field, SheetFacets.Unsaid).Href());
    }

    /// <summary>The second categorisation: five levels by three scales, each modality in one cell (domain 2.4, FRM-R4).</summary>
    public static async Task<CoverageMap> OfGrid(ISheetSearch search, LibraryAddress within, Labels labels, Localizer words, CancellationToken stop)
    {
        var free = within.Without(SheetFacets.Cell);
        // Crossed rather than asked: no list of sheets is put in order for it.
        var crossing = await search.CrossAsync(free.Question, SheetFacets.Cell, "niveau", stop);
        var (scale, level) = (new SheetFacet("echelle", "Échelle", "V-NIVEAU"), new SheetFacet("participation", "Niveau d’engagement", "V-LEVEL5"));
        int In(Cell cell) => crossing.Rows.GetValueOrDefault(cell.Code);
        var lines = OfferedWord.Of(scale, Grid.Cells.GroupBy(c => c.Scale).ToDictionary(g => g.Key, g => g.Sum(In)), labels, words);
        var across = OfferedWord.Of(level, Grid.Cells.GroupBy(c => c.Level).ToDictionary(g => g.Key, g => g.Sum(In)), labels, words);
        var places = from row in lines
                     from column in across
                     let cell = new Cell(row.Code, column.Code)
                     // A cell whose ways are all offered no more can be filled by nobody.
                     select new CoveragePlace(row.Code, row.Label, column.Code, column.Label, In(cell), free.Narrowed(SheetFacets.Cell, cell.Code).Href(), row.IsRetired || column.IsRetired || cell.Modalities.All(m => !labels.Book.IsActive(m.Code)));
        return new(scale, level, free, crossing, [.. places],
            crossing.RowsUnsaid, [new(SheetFacets.Find(SheetFacets.Cell)!.LabelOf(SheetFacets.Unsaid, labels, words), crossing.RowsUnsaid, free.Narrowed(SheetFacets.Cell, SheetFacets.Unsaid).Href())]);
    }

    public HeatMap Heat(Localizer words) => new(
        words["{0} et {1}", words[Rows.Label], words[Columns.Label].ToLower(Localizer.French)], words[Rows.Label], words["fiches"],
        [.. Places.DistinctBy(p => p.ColumnCode).Select(p => p.Column)],
        [.. Places.GroupBy(p => p.RowCode).Select(r => new HeatRow(r.First().Row, [.. r.Select(p => new HeatCell(p.Count, p.Href, p.IsNotAsked))]))],
        GridCounts.Sparse);

    /// <summary>What the map says, for whoever does not see it.</summary>
    public IEnumerable<string> Sentences(Localizer words)
    {
        if (Total == 0 || Places.Count == 0) { yield return words["Aucune fiche ne correspond : toutes les cases sont vides."]; yield break; }
        if (Widened) yield return words[SearchCrossing.Widening];
        yield return words.Count(Total, "", "Une fiche est comptée.", "{0} fiches sont comptées. Une fiche peut compter dans plusieurs cases.");
        foreach (var most in Places.OrderByDescending(p => p.Count).Where(p => p.Count >= GridCounts.Sparse).Take(Named))
            yield return words["{0}, {1} : {2} fiches.", most.Row, most.Column, most.Count];
        yield return words.Count(Blanks.Count, "Aucune case blanche.", "Une case blanche, avec moins de 2 fiches.", "{0} cases blanches, avec moins de 2 fiches.");
    }

    /// <summary>Said beside the list of <see cref="Lacks"/>; empty when every sheet has its place.</summary>
    public string OutsideSaid(Localizer words) => words.Count(Outside, "", "Une fiche n’est dans aucune case :", "{0} fiches ne sont dans aucune case :");

    /// <summary>Of its file. The last one counts the sheets that no other line counts.</summary>
    public IEnumerable<string[]> Lines(string origin) => CountsTable.Rows(
        Places.Select(p => (string[])[Rows.Field, p.RowCode, p.Row, Columns.Field, p.ColumnCode, p.Column, CountsTable.Number(p.Count), p.IsBlank ? "oui" : "non"])
            .Append([Rows.Field, "", NoPlace, Columns.Field, "", NoPlace, CountsTable.Number(Outside), ""]), origin, Counted, Widened);
}
