using Croisee.Framework;
using Croisee.People;
using Croisee.Words;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Library.Places;

/// <summary>The same map, finer: by department, with the list by region as its equal. What names no department is told apart, never guessed.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class DepartmentsPageModel(ISheetSearch search, Labels labels, Localizer words, FranceShapes shapes, SearchInWords said) : FranceScreen(search, labels, words)
{
    public FranceDrawing Drawing { get; private set; } = null!;

    public async Task OnGet()
    {
        await Read();
        await Say(said, Whole);
        Drawing = FranceDrawing.OfDepartments(shapes, Map);
    }
}
