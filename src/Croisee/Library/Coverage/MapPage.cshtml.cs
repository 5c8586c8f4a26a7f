using Croisee.Framework;
using Croisee.People;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Library.Coverage;

/// <summary>What the library covers and what it still lacks: the grid, the registers by context, and any two landmarks crossed (domain 1.7, 2.4).</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class MapPageModel(ISheetSearch search, Labels labels, Localizer words, Visitor visitor) : MapScreen(search, labels, words)
{
    /// <summary>As many blanks are named; the file has them all.</summary>
    public const int Named = 60;

    public CoverageMap Shown { get; private set; } = null!;
    /// <summary>Beside the grid, the seven registers by level: the two categorisations together (domain 2.3, 2.4).</summary>
    public CoverageMap? Registers { get; private set; }
    public CoverageShares? Counted { get; private set; }
    /// <summary>What the sheets do not tell yet, answer by answer.</summary>
    public CoverageShares? Untold { get; private set; }
    public IReadOnlyList<CoveragePlace> Blanks => [.. Shown.Blanks, .. Registers?.Blanks ?? []];
    public bool MayCall => visitor.IsKnown && (visitor.Has(Role.Organiser) || visitor.Has(Role.Administrator));

    public IReadOnlyList<Choice> Axes => [.. SheetFacets.All.Where(f => f.IsAxis && f.Field is not (SheetFacets.Remarkable or SheetFacets.Complete)).Select(f => new Choice(f.Field, f.Label))];

    public async Task OnGet()
    {
        await Read();
        Shown = Crossed ?? await Grid();
        if (Crossed is null) (Registers, Counted, Untold) = (await Map(SheetFacets.Find("registre")!, SheetFacets.Find("niveau")!), await Shares(), await Missing());
    }

    /// <summary>The file of the grid is the one without landmarks in its address.</summary>
    public string FileOf(CoverageMap map) => map == Shown && Crossed is null ? HrefOf("", "", Path + "/fichier") : HrefOf(map.Rows.Field, map.Columns.Field, Path + "/fichier");

    /// <summary>The next call, begun around one blank: its context if it is one, and a sentence that says what is missing.</summary>
    public string CallHref(CoveragePlace place)
    {
        var context = Shown.Rows.Field == "contexte" ? place.RowCode : Shown.Columns.Field == "contexte" ? place.ColumnCode : null;
        return "/bureau/appels/nouveau" + QueryString.Create(new Dictionary<string, string?>
        {
            ["manque"] = $"{place.Row} ; {place.Column}", ["contexte"] = context,
        }.Where(p => p.Value is not null));
    }
}
