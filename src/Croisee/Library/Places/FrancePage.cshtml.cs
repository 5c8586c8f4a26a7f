using Croisee.Framework;
using Croisee.People;
using Croisee.Words;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Library.Places;

/// <summary>Where the experiences come from, by region: a drawing for the eye, and its equal in a list for the keyboard and the screen reader.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class FrancePageModel(ISheetSearch search, Labels labels, Localizer words, FranceShapes shapes, SearchInWords said) : FranceScreen(search, labels, words)
{
    public FranceDrawing Drawing { get; private set; } = null!;

    public async Task OnGet()
    {
        await Read();
        await Say(said, Whole);
        Drawing = FranceDrawing.OfRegions(shapes, Map);
    }
}
