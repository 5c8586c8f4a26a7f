using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Experiences;
using Croisee.Framework;
using Croisee.Library.Reading;
using Croisee.Mail;
using Croisee.People;
using Croisee.Rules;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Publication;

/// <summary>
/// The authors read the very page that will be public, correct it, or agree, which is dated and publishes at once: the call's team has asked
/// before (EXP-R10, field 50). What was read is what is published: if somebody changed a word meanwhile, it is read again.
/// </summary>
[Audience(Audience.Author)]
public sealed class ApproveModel(AppDb db, AuthorCookie cookie, TimeProvider clock, ComposeSheet compose, Publish publish, Labels labels, MailSettings mail) : AuthorScreen(db, cookie, clock)
{
    public sealed class ApproveForm
    {
        public List<string> Agree { get; set; } = [];
        [StringLength(SheetVersion.WhyMax, ErrorMessage = Experiences.Answers.Limits.TooLong)] public string? Why { get; set; }
    }

    [BindProperty] public ApproveForm Form { get; set; } = new();
    [FromForm(Name = "empreinte")] public string? Seen { get; set; }

    public SheetView Shown { get; private set; } = null!;
    public string Fingerprint { get; private set; } = "";
    public bool IsPublished { get; private set; }
    /// <summary>Why the group revised what it had fixed, when that is why the page is proposed anew.</summary>
    public string? Revised { get; private set; }
    public bool MayKeepPrivate => Experience.ShownSince is null;
    /// <summary>Joined, but not on the page: the antivirus has not seen them, or put them aside.</summary>
    public IReadOnlyList<string> LeftOut { get; private set; } = [];
    public IReadOnlyList<Choice> AgreeChoice { get; } = [new("oui", "Je suis d’accord pour publier cette page. Je peux la corriger ou la retirer à tout moment.")];

    protected override IQueryable<Experience> Include(IQueryable<Experience> experiences) => experiences.Include(e => e.Steps);

    protected override async Task<IActionResult?> Ready()
    {
        if (Experience.State is not ExperienceState.ApprovalAsked) return Redirect($"/suivre/fiche/{Reference}");
        var content = await compose.Run(Experience);
        var readings = await Db.EasyReadings.AsNoTracking().Where(r => r.SheetId == Experience.Id).ToListAsync();
        IsPublished = await Db.Sheets.AnyAsync(s => s.Id == Experience.Id && s.WithdrawnAt == null);
        var proposed = await Db.Passages.AsNoTracking().Where(p => p.ExperienceId == Experience.Id && p.To == ExperienceState.ApprovalAsked).OrderByDescending(p => p.At).ThenByDescending(p => p.Id).Select(p => new { p.By, p.Why }).FirstOrDefaultAsync();
        Revised = proposed is { By: Passage.Group, Why: { } why } ? why : null;
        Fingerprint = content.Fingerprint();
        LeftOut = [.. (await Db.FilesOf(Experience.Id)).Where(f => content.Documents.All(d => d.File != f.Id)).Select(f => f.Name)];
        Shown = new(content, labels, EasyState.Of(content, readings), Reference, $"{mail.Origin}/experiences/{Reference}", Now.ParisDay());
        return null;
    }

    /// <summary>What the versions will say, unless the authors say it better.</summary>
    public void OnGet() => Form.Why = IsPublished && Revised is not null ? "Le groupe de lecture a revu ce qu’il avait fixé." : null;

    public async Task<IActionResult> OnPost()
    {
        if (Form.Agree is not ["oui"]) throw new RuleBroken("EXP-R10", "Cochez la case si vous êtes d’accord. Sinon, corrigez d’abord.", "Agree");
        if (Seen != Fingerprint) throw new RuleBroken("EXP-R10", "La page a changé depuis que vous l’avez ouverte. Relisez-la, puis dites si vous êtes d’accord.");
        Experience.AgreeToPublication(Now);
        var sheet = await publish.Run(Experience, Actor, Passage.Authors, IsPublished ? Form.Why?.Trim() : null);
        Flash(sheet.Number == 1 ? "C’est publié. Merci d’avoir raconté." : "La nouvelle version est publiée.");
        return Redirect($"/experiences/{Reference}");
    }
}
