using Croisee.Data;
using Croisee.Experiences;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Reading;

/// <summary>Everyone may read a document of a sheet that is public now, as its authors agreed to it: a file joined later is not part of it.</summary>
public sealed class PublicDocuments(AppDb db) : IAttachmentAudience
{
    public async Task<bool> MayRead(Guid experienceId, Guid fileId, CancellationToken cancel) =>
        await db.Sheets.Where(s => s.Id == experienceId && s.WithdrawnAt == null).Select(s => s.Content).SingleOrDefaultAsync(cancel) is { } content
        && SheetContent.FromJson(content).Documents.Any(d => d.File == fileId);
}
