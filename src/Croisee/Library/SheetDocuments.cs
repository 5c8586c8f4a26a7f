using Croisee.Data;
using Croisee.Experiences;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library;

/// <summary>Everyone may read the documents of the sheet as it is shown, also while its authors correct it; never one that was added since.</summary>
public sealed class SheetDocuments(AppDb db) : IAttachmentAudience
{
    public Task<bool> MayRead(Guid experienceId, CancellationToken cancel) => Task.FromResult(false);

    public async Task<bool> MayRead(Guid experienceId, Guid attachmentId, CancellationToken cancel) =>
        await db.Sheets.AsNoTracking().Where(s => s.Id == experienceId && s.WithdrawnAt == null).Select(s => s.Content).SingleOrDefaultAsync(cancel) is { } content
        && SheetContent.FromJson(content).Documents.Any(d => d.Attachment == attachmentId);
}
