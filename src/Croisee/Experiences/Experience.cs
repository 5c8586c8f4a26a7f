using Croisee.Experiences.Answers;
using Croisee.Rules;

namespace Croisee.Experiences;

/// <summary>The thing told, from the first line of a draft to the sheet. Its texts are its steps, its contact data live elsewhere (EXP-R4).</summary>
public sealed class Experience : IAudited
{
    readonly List<Passage> passages = [];
    readonly List<Author> authors = [];
    readonly List<DepositStep> steps = [];

    Experience() { }

    /// <param name="key">Random key of the form that began it: the same form sent twice begins one draft.</param>
    public Experience(Call call, string entryMode, string? key, DateTime now)
    {
        Id = Guid.CreateVersion7();
        Reference = Rules.Reference.New();
        CallId = call.Id;
        (EntryMode, CreationKey, CreatedAt, TouchedAt) = (entryMode, key ?? Rules.Reference.New() + Rules.Reference.New(), now, now);
        NoticeVersion = call.NoticeVersion;
        steps.AddRange(DepositSteps.All.Select(s => new DepositStep(Id, s.Code, now)));
    }

    public Guid Id { get; private set; }
    public string Reference { get; private set; } = "";
    public Guid CallId { get; private set; }
    public Call Call { get; private set; } = null!;
    public ExperienceState State { get; private set; }
    /// <summary>Copied from the steps, for lists.</summary>
    public string Title { get; private set; } = "";
    /// <summary>Name of the structure without case, accents or punctuation: finds what the same structure told already.</summary>
    public string StructureKey { get; private set; } = "";
    /// <summary>Copied from the steps as they are written: the same structure is found under another name too.</summary>
    public string? StructureFiness { get; private set; }
    public string? StructureRegion { get; private set; }
    /// <summary>V-MODE-SAISIE; stored, never used to filter out (EXP-R11).</summary>
    public string EntryMode { get; private set; } = "";
    /// <summary>Somebody else holds the keyboard: the code they see is for the person who tells.</summary>
    public bool IsTypedByAnother => EntryMode is "SAI_FACILITATEUR" or "SAI_PAPIER" or "SAI_TELEPHONE";
    public string CreationKey { get; private set; } = "";
    public DateTime CreatedAt { get; private set; }
    public DateTime TouchedAt { get; private set; }
    /// <summary>When a letter said that this draft, left alone, will be erased; writing in it takes the warning back.</summary>
    public DateTime? ErasureWarnedAt { get; private set; }
    public DateTime? SubmittedAt { get; private set; }
    /// <summary>Version of the privacy notice that was shown (field 52).</summary>
    public int NoticeVersion { get; private set; }
    /// <summary>Field 50: agreement to publish, dated; asked again on the exact page (EXP-R10).</summary>
    public DateTime? PublicationAgreedAt { get; private set; }
    /// <summary>Since when a sheet of it is shown; null before, and after its withdrawal or its archiving. A correction in progress changes the state, not this.</summary>
    public DateTime? ShownSince { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<Passage> Passages => passages;
    public IReadOnlyList<Author> Authors => authors;
    public IReadOnlyList<DepositStep> Steps => steps;
    Guid IAudited.AuditedId => Id;

    /// <summary>Texts may change while it is a draft, when a precision was asked, and before the authors agree to the page.</summary>
    public bool IsOpenToAuthors => State is ExperienceState.Draft or ExperienceState.ToComplete or ExperienceState.ApprovalAsked;

    /// <summary>Its group has answered, or its page was proposed: authors read how theirs was read. Archived by the clock before that, nobody decided. Expects the passages.</summary>
    public bool IsDecided => State is ExperienceState.Remarkable or ExperienceState.NotSelected or ExperienceState.ApprovalAsked or ExperienceState.Published
        || State is ExperienceState.Archived && passages.Any(p => p.To is ExperienceState.Remarkable or ExperienceState.NotSelected or ExperienceState.ApprovalAsked);

    /// <summary>Begun, and nothing done with it: one author, no step saved.</summary>
    public bool IsBlank => State is ExperienceState.Draft && TouchedAt == CreatedAt && authors is [{ EndedAt: null, SignedAt: null }] && steps.All(s => s.SavedBy is null);

    /// <param name="id">Given by the form that invites, so that a form sent twice makes one code.</param>
    public Author Invite(Voice voice, string codeHash, DateTime now, Guid? id = null)
    {
        if (authors.Count(a => a.EndedAt is null) >= Author.Most) throw new RuleBroken("EXP-R11", $"Une fiche a {Author.Most} autrices et auteurs au plus.");
        var author = new Author(this, voice, codeHash, now, id);
        authors.Add(author);
        return author;
    }

    /// <summary>Takes a code back: it opens nothing any more, its signature no longer counts, its place is free. One code stays, or nobody could come back.</summary>
    public void Retire(Author author, DateTime now)
    {
        if (authors.Count(a => a.EndedAt is null) < 2) throw new RuleBroken("EXP-R11", "C’est le seul code de cette expérience : sans lui, personne ne pourrait plus l’ouvrir.");
        author.End(now);
        // Two codes that take each other back at once meet on the experience's version.
        Touch(now);
    }

    public void Touch(DateTime now) => (TouchedAt, ErasureWarnedAt) = (now, null);
    public void WarnOfErasure(DateTime now) => ErasureWarnedAt = now;

    public void RequireOpen()
    {
        if (!IsOpenToAuthors) throw new RuleBroken("EXP-1.6", "Cette expérience a été envoyée : elle ne se modifie plus ici.");
    }

    internal void Entitle(string? title) => Title = title ?? "";
    internal void CarriedBy(string? structure) => StructureKey = Slugs.Of(structure ?? "");
    internal void Locate(Structure structure) => (StructureFiness, StructureRegion) = (Said(structure.OrganisationFiness), Said(structure.Region));
    static string? Said(string? text) => string.IsNullOrEmpty(text) ? null : text;

    /// <summary>Passes to <paramref name="to"/>: who, when and why are a row (domain 1.6).</summary>
    /// <param name="by">Kind of actor in words the authors may read: « les auteurs », « l’équipe de l’appel », « le groupe ».</param>
    public Passage Pass(ExperienceState to, string by, Guid? byId, string? why, DateTime now)
    {
        ExperienceStates.Require(State, to);
        var passage = new Passage(Id, State, to, by, byId, why, now);
        passages.Add(passage);
        State = to;
        TouchedAt = now;
        ShownSince = to switch { ExperienceState.Published => ShownSince ?? now, ExperienceState.Withdrawn or ExperienceState.Archived => null, _ => ShownSince };
        return passage;
    }

    /// <summary>Sends it to the call: complete, within the inclusive deadline unless it was asked to be completed (EXP-R2).</summary>
    public void Submit(Account account, Guid author, DateTime now)
    {
        if (State is not ExperienceState.ToComplete && !Call.AcceptsAt(now)) throw new RuleBroken("EXP-R2", Call.ClosedSentence(now));
        if (account.Steps.SelectMany(s => s.Missing()).FirstOrDefault() is { } missing) throw new RuleBroken("EXP-1.4", missing.Sentence);
        SubmittedAt ??= now;
        Pass(ExperienceState.Submitted, Passage.Authors, author, null, now);
    }

    /// <summary>Taken in complete from a file, by the organiser, whatever the dates of the call.</summary>
    /// <param name="awaitsPublication">It was published elsewhere with its authors' agreement: it waits for the library, no reading comes before.</param>
    internal void TakeIn(string why, bool awaitsPublication, DateTime now)
    {
        SubmittedAt ??= now;
        Pass(ExperienceState.Submitted, Passage.Team, null, why, now);
        if (!awaitsPublication) return;
        passages.Add(new Passage(Id, State, ExperienceState.ApprovalAsked, Passage.Team, null, why, now));
        State = ExperienceState.ApprovalAsked;
    }

    public void AgreeToPublication(DateTime now) => PublicationAgreedAt = now;
    public void TakeBackAgreement() => PublicationAgreedAt = null;
}
