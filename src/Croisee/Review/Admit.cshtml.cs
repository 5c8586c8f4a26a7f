using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Experiences;
using Croisee.Framework;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Review;

/// <summary>Admissible, not admissible with a kind standard reason and a way to go, or to be completed (EXP-R1). The authors read the reason with their code.</summary>
[Audience(Audience.Member)]
public sealed class AdmitModel(AppDb db, TimeProvider clock, Visitor visitor, Labels labels, ContactStore contacts, MailSettings mail) : ReviewedScreen(db, clock, visitor)
{
    public enum Verdict { Admissible, Inadmissible, ToComplete }

    public sealed class AdmitForm
    {
        public Verdict? Verdict { get; set; }
        [Vocabulary("V-MOTIF-IRRECEVABLE")] public string? Reason { get; set; }
        [StringLength(Passage.WhyMax, ErrorMessage = "2000 caractères au plus.")] public string? Text { get; set; }
    }

    protected override bool ForSteering => true;
    [BindProperty] public AdmitForm Form { get; set; } = new();
    public IReadOnlyList<Choice> Verdicts { get; } = [new(nameof(Verdict.Admissible), "Recevable"), new(nameof(Verdict.ToComplete), "À compléter : il manque une précision"), new(nameof(Verdict.Inadmissible), "Irrecevable : elle ne correspond pas à l’appel")];
    public IEnumerable<Choice> Reasons => labels.Choices("V-MOTIF-IRRECEVABLE").Select(c => c with { Hint = null });

    public void OnGet() { }

    /// <summary>Which button: « revenir » takes a refusal back.</summary>
    [FromForm(Name = "faire")] public string? Doing { get; set; }

    public async Task<IActionResult> OnPost()
    {
        if (Doing == "revenir") return await TakeBack();
        if (Form.Verdict is null) ModelState.AddModelError("Form.Verdict", "Choisissez une réponse.");
        var (to, act, why) = Said;
        if (Form.Verdict is Verdict.Inadmissible && string.IsNullOrEmpty(Form.Reason)) ModelState.AddModelError("Form.Reason", "Choisissez le motif.");
        if (Form.Verdict is Verdict.Inadmissible && Form.Reason == OtherReason && string.IsNullOrWhiteSpace(Form.Text)) ModelState.AddModelError("Form.Text", "Écrivez la raison : ce motif n’en dit pas d’autre.");
        if (Form.Verdict is Verdict.ToComplete && string.IsNullOrWhiteSpace(Form.Text)) ModelState.AddModelError("Form.Text", "Écrivez la précision demandée.");
        // Both go to the authors in one text, which has its end: said beside the only part that can be made shorter.
        if (why?.Length - Passage.WhyMax is > 0 and var over) ModelState.AddModelError("Form.Text", $"Avec la raison ajoutée, votre message est trop long : enlevez {over} caractère{(over > 1 ? "s" : "")}.");
        if (!ModelState.IsValid) return Page();
        if (IsSaid) return Redirect(PathOfCall("recevabilite"));
        Db.Passages.Add(Experience.Pass(to, Passage.Team, Me.PersonId, why, Now));
        Db.Record(Now, Me.Actor, act, Experience, Form.Reason, Call!.OrganisationId);
        if (await contacts.AddressOf(Experience.Id) is { } address)
            Db.Send(address, new Letter("Des nouvelles de votre expérience").Say("Bonjour,").Say(to.PlainWords()).Link("Lire la suite avec votre code", mail.Origin + "/suivre"), Now);
        await Db.SaveChangesAsync();
        Flash("C’est enregistré. Les auteurs le voient avec leur code.");
        return Redirect(PathOfCall("recevabilite"));
    }

    (ExperienceState To, string Act, string? Why) Said => Form.Verdict switch
    {
        Verdict.Admissible => (ExperienceState.Admissible, Acts.Admitted, Form.Text),
        Verdict.ToComplete => (ExperienceState.ToComplete, Acts.PrecisionAsked, Form.Text),
        _ => (ExperienceState.Inadmissible, Acts.Refused, Refusal()),
    };

    /// <summary>The same form sent twice: it is said, by the same person in the same words.</summary>
    bool IsSaid => Experience.State == Said.To && Experience.Passages.Any(p => p.To == Said.To && p.ById == Me.PersonId && p.Why == Said.Why);

    public override async Task<IActionResult?> OnConflict() => await Reloaded() ?? (Form.Verdict is not null && IsSaid ? Redirect(PathOfCall("recevabilite")) : await base.OnConflict());

    /// <summary>A refusal was a mistake, or the authors explained: it is checked again, with the reason that they read.</summary>
    async Task<IActionResult> TakeBack()
    {
        if (string.IsNullOrWhiteSpace(Form.Text)) { ModelState.AddModelError("Form.Text", "Dites aux auteurs pourquoi vous revenez sur ce refus."); return Page(); }
        if (Experience.State is not ExperienceState.Inadmissible) return Redirect(PathOfCall("recevabilite"));
        Db.Passages.Add(Experience.Pass(ExperienceState.Submitted, Passage.Team, Me.PersonId, Form.Text, Now));
        Db.Record(Now, Me.Actor, Acts.RefusalTakenBack, Experience, null, Call!.OrganisationId);
        if (await contacts.AddressOf(Experience.Id) is { } address)
            Db.Send(address, new Letter("Des nouvelles de votre expérience").Say("Bonjour,").Say("L’équipe de l’appel revient sur son refus. Elle vérifie de nouveau votre expérience.").Link("Lire la suite avec votre code", mail.Origin + "/suivre"), Now);
        await Db.SaveChangesAsync();
        Flash("Le refus est retiré. Dites maintenant si elle est recevable.");
        return Redirect(Path($"recevabilite/{Experience.Reference}"));
    }

    /// <summary>The only reason that says nothing by itself.</summary>
    const string OtherReason = "IRR_AUTRE";

    /// <summary>The standard kind reason, in this instance's words, then what the team wrote, then where to go instead (EXP-R1).</summary>
    string Refusal()
    {
        var term = Form.Reason is null ? null : Vocabularies.IneligibilityReason.Find(Form.Reason);
        return string.Join("\n\n", new[] { term is null ? null : labels.Book.Definition(term), Form.Text?.Trim(), term?.Redirection }.Where(t => !string.IsNullOrEmpty(t)));
    }
}
