using Croisee.Data;
using Croisee.People;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Library.EasyRead;

/// <summary>The easy-read summary on one A4 page, one idea and one picture a line, to print or to pin up. A longer text says on how many pages it stands.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class OnePageModel(AppDb db, Settings settings, SheetNews news, Visitor visitor, EasyReaders again) : EasyPageScreen(db, settings, news)
{
    /// <summary>Whether this visitor may say if the text is easy.</summary>
    public bool MayReadAgain { get; private set; }

    public async Task OnGet() => MayReadAgain = visitor.PersonId is { } reader && await again.MayRead(reader);
}
