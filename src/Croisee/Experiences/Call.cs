using Croisee.Data;
using Croisee.Rules;
using Croisee.People;

namespace Croisee.Experiences;

/// <summary>
/// A call for experiences: what for, who may answer, until which day inclusive, what becomes of the contributions and of personal data (domain 1.8).
/// Opens and closes by its dates; a prolongation is a row with its reason.
/// </summary>
public sealed class Call : IAudited
{
    public const int TitleMax = 150, SlugMax = 80;
    readonly List<CallExtension> extensions = [];
    readonly List<CallQuestion> questions = [];

    Call() { }

    public Call(Organisation organisation, string title, DateTime now)
    {
        Id = Guid.CreateVersion7();
        (OrganisationId, Organisation, CreatedAt) = (organisation.Id, organisation, now);
        Slug = Slugs.Of(title) + "-" + Rules.Reference.New()[..4];
        Rename(title, null);
    }

    public Guid Id { get; private set; }
    public string Slug { get; private set; } = "";
    public Guid OrganisationId { get; private set; }
    public Organisation Organisation { get; private set; } = null!;
    public string Title { get; private set; } = "";
    public string? EasyTitle { get; private set; }
    public CallBlocks Blocks { get; private set; } = new();
    public DateOnly OpensOn { get; private set; }
    /// <summary>Last day, inclusive, Europe/Paris (EXP-R2).</summary>
    public DateOnly ClosesOn { get; private set; }
    public List<string> Contexts { get; private set; } = [];
    public List<string> OrganisationTypes { get; private set; } = [];
    public CallNotice Notice { get; private set; } = new();
    public int NoticeVersion { get; private set; } = 1;
    public DateTime CreatedAt { get; private set; }
    /// <summary>When the organiser made it public; it then opens by its dates.</summary>
    public DateTime? PublishedAt { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<CallExtension> Extensions => extensions;
    public IReadOnlyList<CallQuestion> Questions => questions;
    Guid IAudited.AuditedId => Id;

    public void Rename(string title, string? easyTitle)
    {
        title = title.Trim();
        if (title.Length is 0 or > TitleMax) throw new RuleBroken("CALL-TITLE", $"Donnez un titre de {TitleMax} caractères au plus.", "Title");
        (Title, EasyTitle) = (title, string.IsNullOrWhiteSpace(easyTitle) ? null : easyTitle.Trim());
    }

    public void Reslug(string slug) => Slug = slug;
    public void Write(CallBlocks blocks) => Blocks = blocks;

    public void Ask(IEnumerable<string> contexts, IEnumerable<string> organisationTypes) =>
        (Contexts, OrganisationTypes) = ([.. contexts.Distinct()], [.. organisationTypes.Distinct()]);

    /// <summary>Dates are free until the call is public; afterwards only a prolongation moves the end.</summary>
    public void Schedule(DateOnly opensOn, DateOnly closesOn)
    {
        if (PublishedAt is not null) throw new RuleBroken("EXP-R2", "L’appel est public : sa date de fin se change par une prolongation, avec sa raison.", "ClosesOn");
        if (closesOn < opensOn) throw new RuleBroken("EXP-R2", "Le dernier jour vient avant le premier.", "ClosesOn");
        (OpensOn, ClosesOn) = (opensOn, closesOn);
    }

    /// <summary>A changed notice is a new version; contributions remember the one that was shown.</summary>
    public void Inform(CallNotice notice)
    {
        if (PublishedAt is not null && notice != Notice) NoticeVersion++;
        Notice = notice;
    }

    public CallQuestion AddQuestion(string text, string? hint, bool isLong)
    {
        if (questions.Count >= Answers.ExtraAnswers.QuestionsMax) throw new RuleBroken("CALL-QUESTIONS", $"Un appel a {Answers.ExtraAnswers.QuestionsMax} questions propres au plus.", "Text");
        var question = new CallQuestion(Id, text, hint, isLong, questions.Count == 0 ? 1 : questions.Max(q => q.Position) + 1);
        questions.Add(question);
        return question;
    }

    public void Publish(DateTime now)
    {
        if (WhatIsMissing().FirstOrDefault() is { } missing) throw new RuleBroken("CALL-1.8", missing);
        PublishedAt ??= now;
    }

    /// <summary>What the public page still lacks, in the order of its blocks (domain 1.8).</summary>
    public IEnumerable<string> WhatIsMissing()
    {
        if (string.IsNullOrWhiteSpace(Blocks.Why.Text)) yield return "Écrivez pourquoi contribuer.";
        if (string.IsNullOrWhiteSpace(Blocks.Goal.Text)) yield return "Écrivez l’objectif du recueil.";
        if (Contexts.Count == 0) yield return "Choisissez au moins un contexte.";
        if (OrganisationTypes.Count == 0) yield return "Dites qui peut répondre.";
        if (ClosesOn == default) yield return "Donnez le premier et le dernier jour.";
        if (string.IsNullOrWhiteSpace(Blocks.Use.Text)) yield return "Dites à quoi vont servir les contributions.";
        if (!Mail.OutgoingMail.IsAddress(Notice.DpoEmail)) yield return "Donnez l’adresse de la personne déléguée à la protection des données.";
        if (string.IsNullOrWhiteSpace(Blocks.Contact.Text)) yield return "Dites à qui demander plus d’informations.";
    }

    public CallExtension Extend(DateOnly closesOn, string reason, Guid by, DateTime now)
    {
        if (PublishedAt is null) throw new RuleBroken("EXP-R2", "L’appel n’est pas encore public : changez simplement ses dates.");
        if (closesOn <= ClosesOn) throw new RuleBroken("EXP-R2", $"Une prolongation va au-delà du {ClosesOn:dd/MM/yyyy}.", "ClosesOn");
        var extension = new CallExtension(Id, ClosesOn, closesOn, reason, by, now);
        extensions.Add(extension);
        ClosesOn = closesOn;
        return extension;
    }

    public bool IsPublic => PublishedAt is not null;
    public bool HasBegun(DateTime now) => IsPublic && now.ParisDay() >= OpensOn;
    public bool HasEnded(DateTime now) => now >= ClosesOn.EndOfParisDay();
    /// <summary>Whether an experience may be sent at this instant: from the first second of the first day to 23:59:59 of the last, in Paris.</summary>
    public bool AcceptsAt(DateTime now) => HasBegun(now) && !HasEnded(now);

    public string ClosedSentence(DateTime now) => !HasEnded(now)
        ? "Cet appel n’est pas encore ouvert. Votre brouillon est gardé."
        : "Cet appel est terminé. Votre brouillon est gardé : vous pourrez l’envoyer si l’appel est prolongé.";
}
