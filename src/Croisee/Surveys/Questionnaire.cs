using System.Security.Cryptography;
using Croisee.People;
using Croisee.Rules;
using Croisee.Surveys.Content;

namespace Croisee.Surveys;

/// <summary>A questionnaire of an organisation: drafts that can be taken back one by one, and published revisions that never change.</summary>
public sealed class Questionnaire : IAudited
{
    public const int TitleMax = 150;
    /// <summary>Signs of a trial's code: more than a place's, since what is not published yet is nobody else's.</summary>
    public const int TrialCodeLength = 10;
    readonly List<Draft> drafts = [];
    readonly List<Revision> revisions = [];

    Questionnaire() { }

    /// <param name="id">Given by the form that makes it, so that a form sent twice makes one.</param>
    public Questionnaire(Organisation organisation, QuestionnaireContent content, string done, DateTime now, Guid? id = null)
    {
        Id = id ?? Guid.CreateVersion7();
        (Reference, OrganisationId, Organisation, CreatedAt) = (Rules.Reference.New(), organisation.Id, organisation, now);
        Write(content, done, now);
    }

    public Guid Id { get; private set; }
    public string Reference { get; private set; } = "";
    public Guid OrganisationId { get; private set; }
    public Organisation Organisation { get; private set; } = null!;
    /// <summary>The title of the current draft, for lists.</summary>
    public string Title { get; private set; } = "";
    public DateTime CreatedAt { get; private set; }
    /// <summary>Number of the draft that is being written.</summary>
    public int Current { get; private set; }
    public int Version { get; private set; }
    /// <summary>Where a team tries what is being written; null while nobody asked for it.</summary>
    public string? TrialCode { get; private set; }
    public IReadOnlyList<Draft> Drafts => drafts;
    public IReadOnlyList<Revision> Revisions => revisions;
    Guid IAudited.AuditedId => Id;

    /// <summary>The draft that is being written.</summary>
    public QuestionnaireContent Content => ContentJson.Read(drafts.Single(d => d.Number == Current).Content);

    /// <summary>Codes that this questionnaire gave in any state that is kept.</summary>
    public UsedCodes Used => new(drafts.Select(d => d.Content).Concat(revisions.Select(r => r.Content)).Distinct().Select(ContentJson.Read));

    public Revision? LastRevision => revisions.MaxBy(r => r.Number);

    /// <summary>One more draft; what had been taken back is forgotten, as everywhere one undoes.</summary>
    /// <param name="done">What changed, in French, shown beside « annuler ».</param>
    public void Write(QuestionnaireContent content, string done, DateTime now)
    {
        var title = content.Title.Text.Trim();
        if (title.Length is 0 or > TitleMax) throw new RuleBroken("QST-TITLE", $"Donnez un titre de {TitleMax} caractères au plus.", "Title");
        drafts.RemoveAll(d => d.Number > Current);
        drafts.Add(new Draft(Id, Current + 1, ContentJson.Write(content), done, now));
        Current++;
        Title = title;
    }

    /// <summary>An address at which what is written can be answered, and nothing is kept.</summary>
    public void OpenTrial()
    {
        if (ContentFaults.Of(Content) is { Count: > 0 } faults) throw new RuleBroken("QST-FAULTS", "Le questionnaire ne peut pas encore être essayé. " + string.Join(" ", faults.Select(f => f.Sentence).Distinct()));
        TrialCode ??= RandomNumberGenerator.GetString(SurveyPlace.Signs, TrialCodeLength);
    }

    public void CloseTrial() => TrialCode = null;

    public bool CanUndo => drafts.Any(d => d.Number == Current - 1);
    public bool CanRedo => drafts.Any(d => d.Number == Current + 1);

    public void Undo() => GoTo(Current - 1);
    public void Redo() => GoTo(Current + 1);

    void GoTo(int number)
    {
        if (!drafts.Any(d => d.Number == number)) throw new RuleBroken("QST-UNDO", "Il n’y a rien de plus à annuler ou à rétablir.");
        Current = number;
        Title = Content.Title.Text.Trim();
    }

    /// <summary>Freezes what is written as the next revision. Sheets point to a revision, so it never changes (house.md, 2.5).</summary>
    /// <param name="comparable">The revision before asks the same: their results may be set side by side.</param>
    /// <param name="easy">Who read its easy words; null where nobody did.</param>
    public Revision Publish(bool comparable, DateTime now, EasyWordsRead? easy = null)
    {
        easy?.Check(now);
        var content = Content;
        if (ContentFaults.Of(content) is { Count: > 0 } faults) throw new RuleBroken("QST-FAULTS", "Le questionnaire ne peut pas encore être publié. " + string.Join(" ", faults.Select(f => f.Sentence).Distinct()));
        var last = LastRevision;
        var json = ContentJson.Write(content);
        if (last is not null && last.Content == json) throw new RuleBroken("QST-SAME", $"Rien n’a changé depuis la version {last.Number}.");
        if (comparable && last is not null && Comparability.Difference(ContentJson.Read(last.Content), content) is { } differs) throw new RuleBroken("QST-COMPARABLE", $"La version {last.Number} ne demande pas la même chose : {differs} Répondez « Non » à la question ci-dessous.", "Comparable");
        var revision = new Revision(Id, (last?.Number ?? 0) + 1, json, comparable && last is not null ? last.ComparableSince : null, now, easy);
        revisions.Add(revision);
        return revision;
    }
}

/// <summary>One state of the writing, kept so that it can come back.</summary>
public sealed class Draft
{
    public const int DoneMax = 200;

    Draft() { }

    internal Draft(Guid questionnaireId, int number, string content, string done, DateTime at) =>
        (QuestionnaireId, Number, Content, Done, At) = (questionnaireId, number, content, done.Length > DoneMax ? done[..DoneMax] : done, at);

    public Guid QuestionnaireId { get; private set; }
    public int Number { get; private set; }
    public string Content { get; private set; } = "";
    public string Done { get; private set; } = "";
    public DateTime At { get; private set; }
}

/// <summary>A published questionnaire: it never changes. Answers name its number.</summary>
public sealed class Revision
{
    Revision() { }

    internal Revision(Guid questionnaireId, int number, string content, int? comparableSince, DateTime at, EasyWordsRead? easy = null) =>
        (QuestionnaireId, Number, Content, ComparableSince, PublishedAt, EasyState, EasyReaders, EasyReadOn) =
            (questionnaireId, number, content, comparableSince ?? number, at, easy?.State ?? EasyWordsRead.Plain, easy?.Persons, easy?.On);

    public Guid QuestionnaireId { get; private set; }
    public int Number { get; private set; }
    public string Content { get; private set; } = "";
    /// <summary>The oldest revision whose results may be set beside this one's; itself when nothing before it may.</summary>
    public int ComparableSince { get; private set; }
    public DateTime PublishedAt { get; private set; }
    /// <summary>V-ETAT-FALC of its easy words: as it never changes, what was read stays what is shown.</summary>
    public string EasyState { get; private set; } = EasyWordsRead.Plain;
    public int? EasyReaders { get; private set; }
    public DateOnly? EasyReadOn { get; private set; }
}
