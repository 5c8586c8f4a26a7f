using Croisee.Data;
using Croisee.Files;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Croisee.Surveys.Answering;

/// <summary>A recording of a question, for whoever reads the question. It never changes, so it may be kept for good; a part of it may be asked for, as players do.</summary>
[Audience(Audience.Public)]
public sealed class SoundModel(AppDb db, FileStore store) : Screen
{
    const string Policy = "default-src 'none'; sandbox; frame-ancestors 'none'; form-action 'none'; base-uri 'none'", Kept = "public, max-age=31536000, immutable";

    [FromRoute(Name = "id")] public Guid Id { get; set; }
    StoredFile sound = null!;

    public override async Task<IActionResult?> Prepare()
    {
        var sounds = db.QuestionnaireSounds;
        if (await db.StoredFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Id == Id && f.State == FileState.Clean && sounds.Any(s => s.FileId == f.Id), HttpContext.RequestAborted) is not { } found) return NotFound();
        sound = found;
        return null;
    }

    public IActionResult OnGet()
    {
        Response.Headers.ContentSecurityPolicy = Policy;
        Response.Headers.CacheControl = Kept;
        return new FileStreamResult(store.Open(sound), sound.Kind.ContentType) { EnableRangeProcessing = true, EntityTag = new EntityTagHeaderValue($"\"{sound.Digest}\"") };
    }
}
