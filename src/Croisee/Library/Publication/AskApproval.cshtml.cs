using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Experiences;
using Croisee.Framework;
using Croisee.Groups;
using Croisee.Journal;
using Croisee.Library.Reading;
using Croisee.Mail;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Publication;

/// <summary>The call's team sees the page, then proposes it to its authors. Nobody's address is shown: the letter leaves by itself (EXP-R4).</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class AskApprovalModel(AppDb db, Visitor visitor, TimeProvider clock, ComposeSheet compose, ContactStore contacts, Labels labels, MailSettings mail) : Screen
{
    public sealed class AskForm
    {
        [StringLength(Passage.WhyMax, ErrorMessage = Experiences.Answers.Limits.TooLong)] public string? Message { get; set; }
        /// <summary>The words that were marked are meant.</summary>
        public bool Anyway { get; set; }
    }

    [FromRoute(Name = "reference")] public string Reference { get; set; } = "";
    [BindProperty] public AskForm Form { get; set; } = new();

    public Experience Experience { get; private set; } = null!;
    public SheetView Shown { get; private set; } = null!;
    public bool HasAddress { get; private set; }
    public IReadOnlyList<TracedWords> Traces { get; private set; } = [];
    public bool MayAsk => Experience.State is ExperienceState.Remarkable or ExperienceState.NotSelected or ExperienceState.Archived;
    /// <summary>Who archived it, and why: asked again only if that no longer holds.</summary>
    public Passage? Archiving { get; private set; }

    public override async Task<IActionResult?> Prepare()
    {
        var found = await db.Experiences.Include(e => e.Call).ThenInclude(c => c.Organisation).Include(e => e.Authors).Include(e => e.Steps).Include(e => e.Passages).AsSplitQuery().SingleOrDefaultAsync(e => e.Reference == Reference);
        if (found is null || !visitor.Can(found.Call.Organisation.Path, Access.Organisers)) return NotFound();
        Experience = found;
        if (!MayAsk && Experience.State is not ExperienceState.ApprovalAsked) return NotFound();
        Archiving = Experience.State is ExperienceState.Archived ? Experience.Passages.Where(p => p.To is ExperienceState.Archived).MaxBy(p => p.At) : null;
        Shown = new(await compose.Run(found), labels, EasyState.None, Reference, $"{mail.Origin}/experiences/{Reference}", clock.ParisToday());
        HasAddress = await contacts.Exists(found.Id);
        return null;
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var (now, message) = (clock.UtcNow(), string.IsNullOrWhiteSpace(Form.Message) ? null : Form.Message.Trim());
        if (IsAsked(message)) return Redirect("/bureau/publication");
        if (!Form.Anyway && TracedWords.In(("Un mot aux auteurs", message)) is { Count: > 0 } traces)
        {
            Traces = traces;
            return Page();
        }
        db.Passages.Add(Experience.Pass(ExperienceState.ApprovalAsked, Passage.Team, visitor.PersonId, message, now));
        db.Record(now, visitor.Actor, Acts.ApprovalAsked, Experience, message, Experience.Call.OrganisationId);
        if (await contacts.AddressOf(Experience.Id) is { } address) db.Send(address, Letter(message), now);
        await db.SaveChangesAsync();
        Flash(HasAddress ? "La page est proposée aux auteurs. Un courriel part." : "La page est proposée aux auteurs. Ils n’ont pas donné d’adresse : ils la verront avec leur code.");
        return Redirect("/bureau/publication");
    }

    /// <summary>The same form sent twice: it is asked, by the same person in the same words.</summary>
    bool IsAsked(string? message) => Experience.State is ExperienceState.ApprovalAsked && Experience.Passages.Any(p => p.To is ExperienceState.ApprovalAsked && p.ById == visitor.PersonId && p.Why == message);

    public override async Task<IActionResult?> OnConflict()
    {
        db.ChangeTracker.Clear();
        return await Prepare() ?? (IsAsked(string.IsNullOrWhiteSpace(Form.Message) ? null : Form.Message.Trim()) ? Redirect("/bureau/publication") : await base.OnConflict());
    }

    Letter Letter(string? message)
    {
        var letter = new Letter("La page de votre expérience est prête").Say("Bonjour,").Say("La page qui raconte votre expérience est prête. Relisez-la, corrigez-la si vous voulez, et dites si vous êtes d’accord pour la publier.");
        if (message is not null) letter.Say("L’équipe de l’appel ajoute :").Say(message);
        return letter.Link("Relire la page, avec votre code", $"{mail.Origin}/suivre").Say("Sans réponse de votre part, rien n’est publié.");
    }
}
