using Croisee.Data;
using Croisee.Files;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.Deposit;

[Audience(Audience.Author)]
public sealed class RemoveAttachmentModel(AppDb db, AuthorCookie cookie, TimeProvider clock, FileStore store) : AuthorScreen(db, cookie, clock)
{
    [FromRoute(Name = "id")] public Guid Id { get; set; }
    public AttachedFile Attached { get; private set; } = null!;
    /// <summary>The page that everyone reads may show it: it stays there until its authors agree to the next one.</summary>
    public bool StaysPublic => Experience.ShownSince is not null;

    protected override IQueryable<Experience> Include(IQueryable<Experience> experiences) => experiences.Include(e => e.Steps).Include(e => e.Call.Questions);

    protected override async Task<IActionResult?> Ready()
    {
        if (!Experience.IsOpenToAuthors) return Redirect($"/suivre/fiche/{Reference}");
        if ((await Db.FilesOf(Experience.Id)).SingleOrDefault(f => f.Id == Id) is not { } file) return NotFound();
        Attached = file;
        return null;
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var attachment = await Db.Attachments.SingleAsync(a => a.FileId == Id);
        var stored = await Db.StoredFiles.SingleAsync(f => f.Id == Id);
        if (StaysPublic) attachment.TakeOut(Now);
        else
        {
            Db.Attachments.Remove(attachment);
            Db.StoredFiles.Remove(stored);
        }
        Experience.Touch(Now);
        Record(Acts.Detached);
        await Db.SaveChangesAsync();
        if (!StaysPublic) store.Delete(stored);
        Flash(StaysPublic ? "Le fichier est retiré de la prochaine version." : "Le fichier est retiré.");
        return Redirect($"/deposer/fiche/{Reference}/pieces");
    }
}
