using Croisee.Data;
using Croisee.Experiences;
using Croisee.Files;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Reading;

/// <summary>A document of a sheet that is public now. Any other file is absent, whoever asks (S01).</summary>
[Audience(Audience.Public)]
public sealed class DocumentModel(AppDb db, FileStore store) : Screen
{
    [FromRoute(Name = "id")] public Guid Id { get; set; }

    public async Task<IActionResult> OnGet()
    {
        var sheets = db.Sheets;
        var attached = await db.Attachments.AsNoTracking().Where(a => a.FileId == Id).Join(sheets.Where(s => s.WithdrawnAt == null), a => a.ExperienceId, s => s.Id, (a, s) => s.Content).FirstOrDefaultAsync();
        if (attached is null || SheetContent.FromJson(attached).Documents.All(d => d.File != Id)) return NotFound();
        return await db.Set<StoredFile>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == Id) is { IsClean: true } file ? FileDownload.Of(store, file) : NotFound();
    }
}
