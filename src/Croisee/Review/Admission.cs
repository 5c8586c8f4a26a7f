using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Experiences;
using Croisee.Framework;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.People;
using Croisee.Ui;

namespace Croisee.Review;

public enum Verdict { Admissible, Inadmissible, ToComplete }

public sealed class AdmitForm
{
    public Verdict? Verdict { get; set; }
    [Vocabulary("V-MOTIF-IRRECEVABLE")] public string? Reason { get; set; }
    [StringLength(Passage.WhyMax, ErrorMessage = "2000 caractères au plus.")] public string? Text { get; set; }
    /// <summary>The words that were marked are meant.</summary>
    public bool Anyway { get; set; }
}

/// <summary>What the form of the verdict shows.</summary>
/// <param name="Whole">Says admissible or not; otherwise only what is missing can be asked, and a question taken back.</param>
public sealed record AdmitShown(ExperienceState State, AdmitForm Form, IReadOnlyList<Choice> Verdicts, IEnumerable<Choice> Reasons, bool Whole)
{
    /// <summary>Words that may let somebody be recognised, in what the authors would read; none before the form was sent, nor once they are meant.</summary>
    public IReadOnlyList<TracedWords> Traces { get; init; } = [];
}

/// <summary>
/// Admissible, not admissible with a kind standard reason and a way to go, or to be completed (EXP-R1): by whoever leads the group that reads, or by the
/// office while no group does. The authors read the reason with their code, and a letter says that there is something to read. The caller saves.
/// </summary>
public sealed class Admission(AppDb db, Labels labels, ContactStore contacts, MailSettings mail, TimeProvider clock)
{
    /// <summary>The only reason that says nothing by itself.</summary>
    const string OtherReason = "IRR_AUTRE";

    static readonly Choice Missing = new(nameof(Verdict.ToComplete), "À compléter : il manque une précision");
    static readonly IReadOnlyList<Choice> All = [new(nameof(Verdict.Admissible), "Recevable"), Missing, new(nameof(Verdict.Inadmissible), "Irrecevable : elle ne correspond pas à l’appel")];

    /// <param name="warned">The form was sent with words that are shown before they leave, once.</param>
    public AdmitShown Shown(Experience experience, AdmitForm form, bool whole, bool warned = false) =>
        new(experience.State, form, whole ? All : [Missing], labels.Choices("V-MOTIF-IRRECEVABLE").Select(c => c with { Hint = null }), whole) { Traces = warned ? Traces(form) : [] };

    /// <summary>What the authors would read is shown before it leaves, once, and refuses nothing.</summary>
    public static bool Warns(AdmitForm form) => !form.Anyway && Traces(form).Count > 0;

    static IReadOnlyList<TracedWords> Traces(AdmitForm form) => TracedWords.In(("Votre message", form.Text));

    /// <summary>What is missing in the form, by its field.</summary>
    public IEnumerable<(string Field, string Sentence)> Faults(AdmitForm form, bool whole)
    {
        if (form.Verdict is not { } verdict || !whole && verdict is not Verdict.ToComplete) { yield return ("Form.Verdict", "Choisissez une réponse."); yield break; }
        if (verdict is Verdict.Inadmissible && string.IsNullOrEmpty(form.Reason)) yield return ("Form.Reason", "Choisissez le motif.");
        if (verdict is Verdict.Inadmissible && form.Reason == OtherReason && string.IsNullOrWhiteSpace(form.Text)) yield return ("Form.Text", "Écrivez la raison : ce motif n’en dit pas d’autre.");
        if (verdict is Verdict.ToComplete && string.IsNullOrWhiteSpace(form.Text)) yield return ("Form.Text", "Écrivez la précision demandée.");
        // Both go to the authors in one text, which has its end: said beside the only part that can be made shorter.
        if (Said(form).Why?.Length - Passage.WhyMax is > 0 and var over) yield return ("Form.Text", $"Avec la raison ajoutée, votre message est trop long : enlevez {over} caractère{(over > 1 ? "s" : "")}.");
    }

    public async Task Say(Experience experience, AdmitForm form, Visitor by)
    {
        var (to, act, why) = Said(form);
        await Pass(experience, to, act, why, form.Reason, to.PlainWords(), by);
    }

    /// <summary>
    /// A refusal was a mistake, or the authors explained; or what was asked of them will not come, for they are silent, or nobody ever had their code:
    /// it is checked again, with the reason that they read.
    /// </summary>
    public Task TakeUp(Experience experience, string why, Visitor by) => experience.State is ExperienceState.Inadmissible
        ? Pass(experience, ExperienceState.Submitted, Acts.RefusalTakenBack, why, null, "L’équipe de l’appel revient sur son refus. Elle vérifie de nouveau votre expérience.", by)
        : Pass(experience, ExperienceState.Submitted, Acts.PrecisionTakenBack, why, null, "L’équipe de l’appel n’attend plus la précision qu’elle vous avait demandée. Elle vérifie votre expérience comme elle est.", by);

    public static bool MayTakeUp(ExperienceState state, bool whole) => state is ExperienceState.ToComplete || whole && state is ExperienceState.Inadmissible;

    /// <summary>The same form sent twice: it is said, by the same person in the same words.</summary>
    public bool IsSaid(Experience experience, AdmitForm form, Visitor by)
    {
        if (form.Verdict is null) return false;
        var (to, _, why) = Said(form);
        return experience.State == to && experience.Passages.Any(p => p.To == to && p.ById == by.PersonId && p.Why == why);
    }

    async Task Pass(Experience experience, ExperienceState to, string act, string? why, string? reason, string letter, Visitor by)
    {
        var now = clock.UtcNow();
        db.Passages.Add(experience.Pass(to, Passage.Team, by.PersonId, why, now));
        db.Record(now, by.Actor, act, experience, reason, experience.Call.OrganisationId);
        if (await contacts.AddressOf(experience.Id) is { } address)
            db.Send(address, new Letter("Des nouvelles de votre expérience").Say("Bonjour,").Say(letter).Link("Lire la suite avec votre code", mail.Origin + "/suivre"), now);
    }

    (ExperienceState To, string Act, string? Why) Said(AdmitForm form) => form.Verdict switch
    {
        Verdict.Admissible => (ExperienceState.Admissible, Acts.Admitted, form.Text),
        Verdict.ToComplete => (ExperienceState.ToComplete, Acts.PrecisionAsked, form.Text),
        _ => (ExperienceState.Inadmissible, Acts.Refused, Refusal(form)),
    };

    /// <summary>The standard kind reason, in this instance's words, then what the team wrote, then where to go instead (EXP-R1).</summary>
    string Refusal(AdmitForm form)
    {
        var term = form.Reason is null ? null : Vocabularies.IneligibilityReason.Find(form.Reason);
        return string.Join("\n\n", new[] { term is null ? null : labels.Book.Definition(term), form.Text?.Trim(), term?.Redirection }.Where(t => !string.IsNullOrEmpty(t)));
    }
}
