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
    readonly List<PublishedNotice> notices = [];

    Call() { }

    /// <param name="id">Given by the form that makes it, so that a form sent twice makes one.</param>
    public Call(Organisation organisation, string title, DateTime now, Guid? id = null)
    {
        Id = id ?? Guid.CreateVersion7();
        (OrganisationId, Organisation, CreatedAt) = (organisation.Id, organisation, now);
        Slug = (Slugs.Of(title) is { Length: > 0 } words ? words : "appel") + "-" + Rules.Reference.New()[..4];
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
    /// <summary>Also those that are asked no longer: they were answered.</summary>
    public IReadOnlyList<CallQuestion> Questions => questions;
    public IReadOnlyList<CallQuestion> Asked => [.. questions.Where(q => q.RetiredAt is null).OrderBy(q => q.Position)];
    /// <summary>Each version of the notice that somebody may have read, from the first day.</summary>
    public IReadOnlyList<PublishedNotice> Notices => notices;
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

    /// <summary>A changed notice is a new version once the call is public; contributions remember the one that was shown (field 52).</summary>
    public void Inform(CallNotice notice, DateTime now)
    {
        if (notice == Notice) return;
        if (PublishedAt is not null)
        {
            foreach (var (field, sentence) in notice.WhatIsMissing()) throw new RuleBroken("EXP-R6", sentence, field);
            if (notice.EndsBefore(ClosesOn)) throw new RuleBroken("EXP-R5", CallRefusals.WorkEndsInTheCall(ClosesOn), "KeptUntil");
        }
        Notice = notice;
        if (PublishedAt is null) return;
        NoticeVersion++;
        notices.Add(new PublishedNotice(Id, NoticeVersion, notice, now));
    }

    public CallQuestion AddQuestion(string text, string? hint, bool isLong)
    {
        // Asked again in the same words, it is the same question: its answers are one list.
        if (questions.FirstOrDefault(q => q.RetiredAt is not null && q.Text == text.Trim()) is { } former)
        {
            former.AskAgain();
            former.Word(text, hint, isLong);
            return former;
        }
        if (questions.Count >= Answers.ExtraAnswers.QuestionsMax) throw new RuleBroken("CALL-QUESTIONS", $"Un appel a {Answers.ExtraAnswers.QuestionsMax} questions propres au plus, avec celles qui ne sont plus posées.", "Text");
        var question = new CallQuestion(Id, text, hint, isLong, questions.Count == 0 ? 1 : questions.Max(q => q.Position) + 1);
        questions.Add(question);
        return question;
    }

    /// <summary>Asks it no longer. Once somebody answered it, it stays for who reads.</summary>
    public void Unask(CallQuestion question, bool isAnswered, DateTime now)
    {
        if (isAnswered) question.Retire(now);
        else questions.Remove(question);
    }

    /// <summary>Makes it public; from then on it opens and closes by its dates. Refused while something is missing, naming what.</summary>
    public void Publish(DateTime now)
    {
        var missing = WhatIsMissing(now).ToList();
        if (missing.Count > 0) throw new RuleBroken("CALL-1.8", "L’appel ne peut pas encore être rendu public. " + string.Join(" ", missing.Select(m => m.Sentence)));
        if (PublishedAt is not null) return;
        PublishedAt = now;
        notices.Add(new PublishedNotice(Id, NoticeVersion, Notice, now));
    }

    /// <summary>What the public page still lacks, in the order of its blocks (domain 1.8), and the page of the office where it is written.</summary>
    public IEnumerable<MissingPart> WhatIsMissing(DateTime now)
    {
        if (string.IsNullOrWhiteSpace(Blocks.Why.Text)) yield return new("contenu", "Écrivez pourquoi contribuer.");
        if (string.IsNullOrWhiteSpace(Blocks.Goal.Text)) yield return new("contenu", "Écrivez l’objectif du recueil.");
        if (Contexts.Count == 0) yield return new("qui", "Choisissez au moins un contexte.");
        if (OrganisationTypes.Count == 0) yield return new("qui", "Dites qui peut répondre.");
        if (ClosesOn == default) yield return new("dates", "Donnez le premier et le dernier jour.");
        else if (HasEnded(now)) yield return new("dates", "Le dernier jour est déjà passé : choisissez-en un autre.");
        if (string.IsNullOrWhiteSpace(Blocks.Use.Text)) yield return new("contenu", "Dites à quoi vont servir les contributions.");
        foreach (var (_, sentence) in Notice.WhatIsMissing()) yield return new("donnees", sentence);
        if (Notice.EndsBefore(ClosesOn)) yield return new("donnees", CallRefusals.ChangeTheNotice(Notice));
        if (string.IsNullOrWhiteSpace(Blocks.Contact.Text)) yield return new("contenu", "Dites à qui demander plus d’informations.");
    }

    public CallExtension Extend(DateOnly closesOn, string reason, Guid by, DateTime now)
    {
        if (PublishedAt is null) throw new RuleBroken("EXP-R2", "L’appel n’est pas encore public : changez simplement ses dates.");
        if (closesOn <= ClosesOn) throw new RuleBroken("EXP-R2", CallRefusals.NotLater(ClosesOn), "ClosesOn");
        if (closesOn < now.ParisDay()) throw new RuleBroken("EXP-R2", "Le nouveau dernier jour est déjà passé.", "ClosesOn");
        // Contact data are erased after the work: never while people still answer.
        if (Notice.EndsBefore(closesOn)) throw new RuleBroken("EXP-R5", CallRefusals.ChangeTheNoticeFirst(Notice), "ClosesOn");
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

    public CallPhase Phase(DateTime now) => !IsPublic ? CallPhase.Written : HasEnded(now) ? CallPhase.Ended : HasBegun(now) ? CallPhase.Open : CallPhase.ToCome;

    /// <summary>The instant at which the phase changes by itself next; null when it will not.</summary>
    public DateTime? NextTurn(DateTime now) => Phase(now) switch
    {
        CallPhase.ToCome => OpensOn.AddDays(-1).EndOfParisDay(),
        CallPhase.Open => ClosesOn.EndOfParisDay(),
        _ => null,
    };

    public string ClosedSentence(DateTime now) => !HasEnded(now)
        ? "Cet appel n’est pas encore ouvert. Votre brouillon est gardé."
        : "Cet appel est terminé. Votre brouillon est gardé : vous pourrez l’envoyer si l’appel est prolongé.";
}

/// <summary>Where a call stands; everything but the first follows from its dates.</summary>
public enum CallPhase { Written, ToCome, Open, Ended }

/// <summary>Something the public page lacks, and the part of the office where it is written.</summary>
public sealed record MissingPart(string Page, string Sentence);
