using Croisee.Framework;
using Croisee.Words;

namespace Croisee.Library.Coverage;

/// <summary>What the map and its file read from the address: two landmarks (<c>lignes</c>, <c>colonnes</c>) and any state of the search.</summary>
public abstract class MapScreen(ISheetSearch search, Labels labels, Localizer words) : CountsScreen
{
    public const string Path = "/repertoire/carte", RowsKey = "lignes", ColumnsKey = "colonnes";

    /// <summary>The crossings a project lead asks for (domain 1.7), in words.</summary>
    public static IReadOnlyList<(string Rows, string Columns)> Usual { get; } =
        [("contexte", "registre"), ("secteur", "degre"), ("public", "region"), ("public", "registre"), ("activite", "niveau"), ("organisation", "degre")];

    public SheetFacet? Rows { get; private set; }
    public SheetFacet? Columns { get; private set; }
    public CoverageMap? Crossed { get; private set; }
    protected override IEnumerable<string> Keys => [RowsKey, ColumnsKey];
    protected Localizer L => words;
    protected Labels Labels => labels;

    protected async Task Read()
    {
        ReadAddress();
        (Rows, Columns) = (Axis(RowsKey), Axis(ColumnsKey));
        if (Rows is not null && Rows == Columns) { Faults.Add("Croisez deux repères différents."); Columns = null; }
        if (Rows is null != Columns is null && Faults.Count == 0) Faults.Add(Columns is null ? "Choisissez aussi les colonnes." : "Choisissez aussi les lignes.");
        TellFaults();
        if (Rows is not null && Columns is not null) Crossed = await Map(Rows, Columns);
    }

    protected Task<CoverageMap> Map(SheetFacet rows, SheetFacet columns) => CoverageMap.Of(search, Ask, rows, columns, labels, words, HttpContext.RequestAborted);

    protected Task<CoverageMap> Grid() => CoverageMap.OfGrid(search, Ask, labels, words, HttpContext.RequestAborted);

    protected Task<CoverageShares> Shares() => CoverageShares.Of(search, Ask, labels, words, HttpContext.RequestAborted);

    protected Task<CoverageShares> Missing() => CoverageShares.OfMissing(search, Ask, labels, words, HttpContext.RequestAborted);

    SheetFacet? Axis(string key)
    {
        var asked = Request.Query[key].ToString();
        if (asked.Length == 0) return null;
        if (SheetFacets.Find(asked) is { IsAxis: true } facet) return facet;
        Faults.Add("Ce repère n’existe pas.");
        return null;
    }

    /// <summary>The map of these two, with the same sheets.</summary>
    public string HrefOf(string rows, string columns, string path = Path) =>
        path + QueryString.Create(new[] { (RowsKey, rows), (ColumnsKey, columns) }.Concat(Ask.TextAndChoices).Select(p => KeyValuePair.Create(p.Item1, (string?)p.Item2)));
}
