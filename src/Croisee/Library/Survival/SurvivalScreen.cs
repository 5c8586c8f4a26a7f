using Croisee.Data;
using Croisee.Framework;
using Croisee.Library.Reading;
using Croisee.Ui;
using Croisee.Words;

namespace Croisee.Library.Survival;

/// <summary>What the page and its file read from the address: by which landmark the curves are told apart (<c>par</c>).</summary>
public abstract class SurvivalScreen(AppDb db, SurvivalShelf shelf, Labels labels, Localizer words) : Screen
{
    public const string Path = "/repertoire/survie", Key = "par";
    public static IReadOnlyList<string> Offered { get; } = ["organisation", "degre", "contexte", "secteur", "registre"];

    public SheetFacet? By { get; private set; }
    public string? Fault { get; private set; }
    public SurvivalStudy Study { get; private set; } = null!;
    public IEnumerable<SheetFacet> Facets => Offered.Select(f => SheetFacets.Find(f)!);
    protected Localizer L => words;

    protected async Task Read()
    {
        var asked = Request.Query[Key].ToString();
        if (Offered.Contains(asked)) By = SheetFacets.Find(asked);
        else if (asked.Length > 0) { Fault = "Ce repère n’existe pas."; Response.StatusCode = StatusCodes.Status400BadRequest; }
        if (AddressKeys.Fault(Request.Query.Keys, [Key]) is { } unknown) { Fault ??= unknown; Response.StatusCode = StatusCodes.Status400BadRequest; }
        Study = await shelf.Of(db, By?.Field, HttpContext.RequestAborted);
    }

    public string LabelOf(SurvivalGroup group) => By!.LabelOf(group.Code, labels, words);
}
