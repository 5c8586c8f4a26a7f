using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Files;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.Deposit;

/// <summary>Files of an experience (field 45): checked by content, cleaned, each with its rights and its text for who does not see it.</summary>
// The file goes to the disk; what stands beside it is held in memory.
[Audience(Audience.Author), EnableRateLimiting(People.Limits.Files), RequestFormLimits(ValueLengthLimit = 1024 * 1024, ValueCountLimit = 30)]
public sealed class AttachmentsModel(AppDb db, AuthorCookie cookie, TimeProvider clock, FileStore store, Network network) : AuthorScreen(db, cookie, clock)
{
    public sealed class AttachForm
    {
        [Required(ErrorMessage = "Choisissez un fichier.")] public IFormFile? File { get; set; }
        [Required(ErrorMessage = "Dites en quelques mots ce qu’il montre ou ce qu’il dit."), StringLength(StoredFile.MaxAlternativeLength, ErrorMessage = Answers.Limits.TooLong)] public string? Alternative { get; set; }
        [Required(ErrorMessage = "Dites qui l’a fait, et qui est d’accord pour le montrer."), StringLength(StoredFile.MaxRightsLength, ErrorMessage = Answers.Limits.TooLong)] public string? Rights { get; set; }
    }

    [BindProperty] public AttachForm Form { get; set; } = new();
    public AttachedFiles Files { get; private set; } = new([], []);
    public IReadOnlyList<TracedWords> Traces => TracedWords.In(Files.SelectMany(f => new[] { (f.Name, f.Alternative), (f.Name, f.Rights) }).Concat(Files.Links.SelectMany(l => new[] { (WebLink.SiteOf(l.Address), (string?)l.Alternative), (WebLink.SiteOf(l.Address), l.Rights) })));
    public FileLimits Limits => store.Limits;

    protected override IQueryable<Experience> Include(IQueryable<Experience> experiences) => experiences.Include(e => e.Steps).Include(e => e.Call.Questions);

    protected override async Task<IActionResult?> Ready()
    {
        Files = await Db.FilesOf(Experience.Id);
        return Experience.IsOpenToAuthors ? null : Redirect($"/suivre/fiche/{Reference}");
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        await using var upload = Form.File!.OpenReadStream();
        var intake = await store.Take(upload, Form.File.FileName, Files.Count, HttpContext.RequestAborted, giver: network.Of(HttpContext));
        if (intake.File is not { } file)
        {
            ModelState.AddModelError("Form.File", intake.Refused!.Value.Say(store.Limits));
            return Page();
        }
        // The same form sent twice attaches one file.
        if (Files.Any(f => f.Digest == file.Digest)) store.Delete(file);
        else await Keep(file);
        Flash(file.IsClean ? "Le fichier est joint." : "Le fichier est joint. Il attend l’antivirus : vous pouvez continuer.");
        return Redirect($"/deposer/fiche/{Reference}/pieces");
    }

    async Task Keep(StoredFile file)
    {
        try
        {
            file.Describe(Form.Rights, Form.Alternative);
            Db.StoredFiles.Add(file);
            Db.Attachments.Add(new Attachment(Experience.Id, file.Id, Now));
            // The experience's version keeps two sendings at once from passing the limit together.
            Experience.Touch(Now);
            Record(Acts.Attached);
            await Db.SaveChangesAsync();
        }
        catch
        {
            store.Delete(file);
            throw;
        }
    }

    public override async Task<IActionResult?> OnConflict()
    {
        Files = await Db.FilesOf(Experience.Id);
        ModelState.AddModelError("Form.File", "Quelqu’un a enregistré autre chose en même temps. Vos textes sont là : choisissez de nouveau le fichier, puis envoyez.");
        return null;
    }
}
