using Croisee.Data;
using Croisee.Files;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.Attached;

/// <summary>
/// Hands over a file of an experience: to its authors, to the call's team once it was sent, to those who read it, and to everyone once it is published
/// with its rights and its alternative text. Anyone else learns nothing, not even that it exists (S01).
/// </summary>
[Audience(Audience.Public)]
public sealed class FilePageModel(AppDb db, AuthorCookie cookie, Visitor visitor, FileStore store, IEnumerable<IAttachmentAudience> others) : Screen
{
    [FromRoute(Name = "id")] public Guid Id { get; set; }
    public StoredFile Stored { get; private set; } = null!;

    sealed record Place(Guid ExperienceId, Guid FileId, ExperienceState State, string OrganisationPath, IReadOnlyList<Guid> Authors);

    public override async Task<IActionResult?> Prepare()
    {
        var experiences = db.Experiences;
        var place = await db.Attachments.Where(a => a.Id == Id).Join(experiences, a => a.ExperienceId, e => e.Id, (a, e) =>
            new Place(e.Id, a.FileId, e.State, e.Call.Organisation.Path, e.Authors.Where(x => x.EndedAt == null).Select(x => x.Id).ToList())).SingleOrDefaultAsync();
        if (place is null || await db.StoredFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Id == place.FileId) is not { } file || !await MayRead(place, file)) return NotFound();
        Stored = file;
        return null;
    }

    async Task<bool> MayRead(Place place, StoredFile file)
    {
        if (place.State is ExperienceState.Published && file.GapsBeforePublication().Count == 0) return true;
        if (cookie.Read(Request).Any(place.Authors.Contains)) return true;
        if (place.State is ExperienceState.Draft) return false;
        if (visitor.Can(place.OrganisationPath, Role.Organiser, Role.Moderator, Role.Administrator)) return true;
        foreach (var slot in others)
            if (await slot.MayRead(place.ExperienceId, Id, HttpContext.RequestAborted)) return true;
        return false;
    }

    public IActionResult OnGet() => Stored.IsClean ? FileDownload.Of(store, Stored) : Page();
}
