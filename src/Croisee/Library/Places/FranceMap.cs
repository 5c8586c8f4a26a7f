using Croisee.Framework;
using Croisee.Library.Reading;
using Croisee.Words;

namespace Croisee.Library.Places;

/// <summary>A region or a department, its number of sheets, and the list of exactly those. <see cref="Level"/>: 0 too few, then four steps.</summary>
public record MappedPlace(string Code, string Label, int Count, int Level, string Href);

/// <summary>A region and what lies in it.</summary>
/// <param name="Unsaid">Its sheets that name no department.</param>
public sealed record MappedRegion(string Code, string Label, int Count, int Level, string Href, IReadOnlyList<MappedPlace> Departments, MappedPlace Unsaid) : MappedPlace(Code, Label, Count, Level, Href);

/// <summary>A step of the legend: which numbers are drawn so.</summary>
public sealed record MapStep(int Level, int From, int To);

/// <summary>The sheets by region and by department, over any state of the search. The drawings, the lists, the sentences and the files are made from this one.</summary>
public sealed class FranceMap
{
    const int Steps = 4;

    FranceMap() { }

    /// <summary>The search whose sheets are counted.</summary>
    public LibraryAddress Counted { get; private init; } = new();
    public int Total { get; private init; }
    public bool Widened { get; private init; }
    /// <summary>Regions in the order of the alphabet, the whole country apart.</summary>
    public IReadOnlyList<MappedRegion> Regions { get; private init; } = [];
    /// <summary>Sheets told for the whole country: they have no place on the drawing.</summary>
    public MappedPlace Whole { get; private init; } = null!;
    /// <summary>Sheets that name no region, as one taken over from elsewhere may: they are counted and stand nowhere else.</summary>
    public MappedPlace Nowhere { get; private init; } = null!;
    public int Most => Regions.Max(r => r.Count);
    public IEnumerable<MappedPlace> Departments => Regions.SelectMany(r => r.Departments);
    public int MostInDepartment => Departments.Max(d => d.Count);
    public int Unsaid => Regions.Sum(r => r.Unsaid.Count);

    public static async Task<FranceMap> Of(ISheetSearch search, LibraryAddress within, Labels labels, Localizer words, CancellationToken stop)
    {
        var (region, department) = (SheetFacets.Find("region")!, SheetFacets.Find(SheetFacets.Department)!);
        var free = within.Without(region.Field, department.Field);
        // Crossed rather than asked: no list of sheets is put in order for it.
        var crossing = await search.CrossAsync(free.Question, region.Field, department.Field, stop);
        int In(string code) => crossing.Rows.GetValueOrDefault(code);
        var most = region.Codes.Where(c => c != SheetFacets.WholeCountry).Max(In);
        var mostInDepartment = department.Codes.Max(c => crossing.Columns.GetValueOrDefault(c));
        var regions = region.Codes.Where(c => c != SheetFacets.WholeCountry).Select(c =>
        {
            var here = free.Narrowed(region.Field, c);
            return new MappedRegion(c, Name(region.LabelOf(c, labels, words)), In(c), LevelOf(In(c), most), here.Href(),
                [.. Framework.Departments.In(c).Select(d => Place(d.Code, crossing.Columns.GetValueOrDefault(d.Code), free))],
                Place(SheetFacets.Unsaid, crossing.Counts.GetValueOrDefault((c, SheetFacets.Unsaid)), here));
        });
        return new()
        {
            Counted = free, Total = crossing.Total, Widened = crossing.Widened, Regions = [.. regions.OrderBy(r => r.Label, StringComparer.Create(Localizer.French, false))],
            Whole = new(SheetFacets.WholeCountry, region.LabelOf(SheetFacets.WholeCountry, labels, words), In(SheetFacets.WholeCountry), 0, free.Narrowed(region.Field, SheetFacets.WholeCountry).Href()),
            Nowhere = new(SheetFacets.Unsaid, region.LabelOf(SheetFacets.Unsaid, labels, words), crossing.RowsUnsaid, 0, free.Narrowed(region.Field, SheetFacets.Unsaid).Href()),
        };

        MappedPlace Place(string code, int count, LibraryAddress among) => new(code, department.LabelOf(code, labels, words), count, LevelOf(count, mostInDepartment), among.Narrowed(department.Field, code).Href());
    }

    /// <summary>A list of regions does not say « La région » before each, as an easy-read label alone does.</summary>
    static string Name(string label) => label.StartsWith("La région ", StringComparison.Ordinal) ? label["La région ".Length..] : label;

    /// <summary>0 under two sheets, then four equal steps up to the place that has most.</summary>
    public static int LevelOf(int count, int most) =>
        count < GridCounts.Sparse ? 0 : 1 + Math.Min(Steps - 1, Steps * (count - GridCounts.Sparse) / (Math.Max(most, GridCounts.Sparse) - GridCounts.Sparse + 1));

    /// <summary>Only the steps that some number can reach.</summary>
    public static IEnumerable<MapStep> Legend(int most)
    {
        yield return new(0, 0, GridCounts.Sparse - 1);
        var span = Math.Max(most, GridCounts.Sparse) - GridCounts.Sparse + 1;
        for (var step = 0; step < Steps; step++)
        {
            var (from, to) = (GridCounts.Sparse + (step * span + Steps - 1) / Steps, GridCounts.Sparse + ((step + 1) * span + Steps - 1) / Steps - 1);
            if (from <= to && from <= most) yield return new(step + 1, from, Math.Min(to, most));
        }
    }

    public IEnumerable<string> Sentences(Localizer words)
    {
        foreach (var sentence in Beginning(words)) yield return sentence;
        if (Total == 0) yield break;
        if (First(Regions) is { Count: > 0 } first) yield return words["Le plus de fiches : {0}.", Named(first)];
        var none = Regions.Where(r => r.Count == 0).ToList();
        yield return none.Count == 0 ? words["Chaque région a au moins une fiche."] : words["Aucune fiche : {0}.", string.Join(", ", none.Select(r => r.Label))];
    }

    public IEnumerable<string> SentencesByDepartment(Localizer words)
    {
        foreach (var sentence in Beginning(words)) yield return sentence;
        if (Total == 0) yield break;
        if (Unsaid > 0) yield return words.Count(Unsaid, "", "Une fiche ne dit pas son département : elle est comptée à sa région, pas sur le dessin.", "{0} fiches ne disent pas leur département : elles sont comptées à leur région, pas sur le dessin.");
        if (First(Departments) is { Count: > 0 } first) yield return words["Le plus de fiches : {0}.", Named(first)];
        yield return words["Départements qui ont au moins une fiche : {0} sur {1}.", Departments.Count(d => d.Count > 0), Departments.Count()];
    }

    IEnumerable<string> Beginning(Localizer words)
    {
        if (Widened && Total > 0) yield return words[SearchCrossing.Widening];
        yield return words.Count(Total, "Aucune fiche ne correspond.", "Une fiche est comptée.", "{0} fiches sont comptées.");
        if (Nowhere.Count > 0) yield return words.Count(Nowhere.Count, "", "Une fiche ne dit pas sa région : elle n’est pas sur le dessin.", "{0} fiches ne disent pas leur région : elles ne sont pas sur le dessin.");
        if (Whole.Count > 0) yield return words.Count(Whole.Count, "", "Une fiche parle de toute la France : elle n’est pas sur le dessin.", "{0} fiches parlent de toute la France : elles ne sont pas sur le dessin.");
    }

    static List<MappedPlace> First(IEnumerable<MappedPlace> places) => [.. places.OrderByDescending(r => r.Count).Where(r => r.Count >= GridCounts.Sparse).Take(3)];

    static string Named(IEnumerable<MappedPlace> places) => string.Join(", ", places.Select(r => $"{r.Label} : {r.Count}"));

    /// <summary>Of the file by region.</summary>
    public IEnumerable<string[]> LinesByRegion(string origin) => CountsTable.Rows(Regions.Prepend(Whole).Append(Nowhere).Select(r => (string[])[r.Code, r.Label, CountsTable.Number(r.Count)]), origin, Counted, Widened);

    /// <summary>Of the file by department.</summary>
    public IEnumerable<string[]> LinesByDepartment(string origin) => CountsTable.Rows(
        Regions.SelectMany(r => r.Departments.Append(r.Unsaid).Select(d => (string[])[r.Code, r.Label, d.Code, d.Label, CountsTable.Number(d.Count)]))
            .Prepend([Whole.Code, Whole.Label, "", "", CountsTable.Number(Whole.Count)]).Append([Nowhere.Code, Nowhere.Label, "", "", CountsTable.Number(Nowhere.Count)]), origin, Counted, Widened);
}
