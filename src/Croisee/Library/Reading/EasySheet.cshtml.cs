using Croisee.Data;
using Croisee.Framework;
using Croisee.People;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Library.Reading;

/// <summary>The sheet on one page, one idea a line, whatever the reading mode: to print or to send.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class EasySheetModel(AppDb db, Labels labels, Settings settings, SheetNews news, Visitor visitor, EasyReaders again, TimeProvider clock) : SheetScreen(db)
{
    public SheetView Shown { get; private set; } = null!;

    public async Task OnGet() => Shown = new(Told, labels, Easy, Reference, $"{settings.Origin}/experiences/{Reference}", clock.ParisToday(), Sheet.Number, Sheet.PublishedAt, Sheet.UpdatedAt)
    { News = await news.Of(Sheet), MayReadAgain = visitor.PersonId is { } reader && await again.MayRead(reader) };
}
