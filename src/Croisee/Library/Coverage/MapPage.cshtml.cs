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
    public bool MayCall => visitor.IsKnown && visitor.Has(Role.Organiser);

    public IReadOnlyList<Choice> Axes => [.. SheetFacets.All.Where(f => f.IsAxis && f.Field is not SheetFacets.Remarkable).Select(f => new Choice(f.Field, f.Label))];

    public async Task OnGet()
    {
        await Read();
        Shown = Crossed ?? await Grid();
    }

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
