using Croisee.Data;
using Croisee.People;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Library.Reading;

/// <summary>How to cite the sheet, in words and for reference software.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class CiteModel(AppDb db, Settings settings, TimeProvider clock) : SheetScreen(db)
{
    public Citation Citation { get; private set; } = null!;

    public void OnGet() => Citation = Citation.Of(Sheet, Told, settings.Origin, clock.ParisToday());
}
