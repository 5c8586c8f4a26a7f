using Croisee.Data;
using Croisee.Files;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.Attached;

/// <summary>
/// Hands over a file of an experience: to its authors, to the call's team once it was sent and until it is withdrawn, to those who read it, and to everyone once it is part of a
/// public sheet. Anyone else learns nothing, not even that it exists (S01).
/// </summary>
[Audience(Audience.Public)]
public sealed class FilePageModel(AppDb db, AuthorCookie cookie, Visitor visitor, FileStore store, IEnumerable<IAttachmentAudience> others) : Screen
{
    [FromRoute(Name = "id")] public Guid Id { get; set; }
    public StoredFile Stored { get; private set; } = null!;
    /// <summary>Where this reader found the file; the first page for those who have several ways to it.</summary>
    public string Back { get; private set; } = "/";

    public override async Task<IActionResult?> Prepare()
    {
        if (await db.Attachments.AsNoTracking().SingleOrDefaultAsync(a => a.FileId == Id) is not { } attachment) return NotFound();
        var experience = await db.Experiences.AsNoTracking().Include(e => e.Authors).Include(e => e.Call.Organisation).SingleAsync(e => e.Id == attachment.ExperienceId);
        if (await db.StoredFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Id == Id) is not { } file || !await MayRead(experience)) return NotFound();
        Stored = file;
        return null;
    }

    async Task<bool> MayRead(Experience experience)
    {
        if (experience.Authors.Any(a => cookie.Opens(Request, a)))
        {
            Back = experience.State is ExperienceState.Draft ? $"/deposer/fiche/{experience.Reference}" : $"/suivre/fiche/{experience.Reference}";
            return true;
        }
        if (experience.State is ExperienceState.Draft or ExperienceState.Withdrawn) return false;
        if (visitor.Can(experience.Call.Organisation.Path, Role.Organiser, Role.Moderator, Role.Administrator))
        {
            Back = $"/bureau/experiences/{experience.Reference}";
            return true;
        }
        foreach (var slot in others)
            if (await slot.MayRead(experience.Id, Id, HttpContext.RequestAborted)) return true;
        return false;
    }

    public IActionResult OnGet() => Stored.IsClean ? FileDownload.Of(store, Stored) : Page();
}
