using Croisee.Groups;
using Croisee.Rules;
using Answer = Croisee.Deliberation.Result;

namespace Croisee.Deliberation;

/// <summary>The four steps of a question, in their order; none is skipped and none comes back.</summary>
public enum Step
{
    Opinions,
    Discussion,
    Ballot,
    Closed,
}

/// <summary>What the question is about: a kind that the higher room names (« experience »), and the noun's id there.</summary>
public readonly record struct Subject(string Kind, Guid Id);

/// <summary>A question put to a group: opinions blind until given, then discussion, then a ballot, then an outcome.</summary>
public sealed partial class Deliberation : IAudited
{
    public const int QuestionMax = 300, ReasonMax = 2000;

    readonly List<PanelSeat> seats = [];
    readonly List<Recusal> recusals = [];
    readonly List<Opinion> opinions = [];
    readonly List<Remark> remarks = [];
    readonly List<Ballot> ballots = [];

    Deliberation() => (Reference, Question, SubjectKind) = ("", "", "");

    /// <summary>Puts a question to a group and fixes the roll: the seats that decide on <paramref name="day"/>.</summary>
    /// <param name="asksReason">What is decided will be read with its reason (EXP-R9): without one, the answer is not announced.</param>
    /// <exception cref="RuleBroken"><c>EXP-R7</c> when the group may not decide that day; or the question is missing.</exception>
    public Deliberation(Group group, string question, Subject subject, DecisionRule rule, Quorum quorum, DateOnly day, DateTime now, bool asksReason = false)
    {
        group.EnsureMayDecide(day);
        Id = Guid.CreateVersion7();
        Reference = Rules.Reference.New();
        GroupId = group.Id;
        Question = Text.Required(question, QuestionMax, "Écrivez la question posée au groupe.", "Question");
        (SubjectKind, SubjectId) = (subject.Kind, subject.Id);
        Rule = rule;
        (QuorumKind, QuorumValue) = (quorum.Kind, quorum.Value);
        seats.AddRange(group.DecidingOn(day).Select(s => new PanelSeat(Id, s)));
        MaxGap = group.Rule.AsksParity ? group.ParityOn(day).Gap : null;
        (OpenedAt, AsksReason) = (now, asksReason);
    }

    public Guid Id { get; private set; }
    public string Reference { get; private set; }
    public Guid GroupId { get; private set; }
    public string Question { get; private set; }
    public string SubjectKind { get; private set; }
    public Guid SubjectId { get; private set; }
    public DecisionRule Rule { get; private set; }
    public QuorumKind QuorumKind { get; private set; }
    public int QuorumValue { get; private set; }

    /// <summary>How unequal the sides may be: 0, or the gap that an override excused at the opening; null when the group asks no parity.</summary>
    public int? MaxGap { get; private set; }
    public Step Step { get; private set; }
    public DateTime OpenedAt { get; private set; }
    public DateTime? DiscussionAt { get; private set; }
    public DateTime? BallotAt { get; private set; }

    /// <summary>First instant at which a ballot comes too late; null when the vote has no announced end.</summary>
    public DateTime? BallotEndsAt { get; private set; }
    /// <summary>When whoever conducts gave the vote another last day, and why, in words that members read; the last time when there were several.</summary>
    public DateTime? EndMovedAt { get; private set; }
    public string? EndReason { get; private set; }
    public DateTime? ClosedAt { get; private set; }
    /// <summary>The result as it stood at closing; counting again must give the same.</summary>
    public Result? Result { get; private set; }
    public bool AsksReason { get; private set; }
    /// <summary>The vote decided, and no ballot of the side that prevailed says why: whoever leads the group still has to write it.</summary>
    public bool AwaitsReason { get; private set; }
    /// <summary>Why, as written for the group once its vote was closed, when no ballot said it.</summary>
    public string? Reason { get; private set; }
    /// <summary>When opinions, remarks and ballots were erased, as announced. The result and its reason stay.</summary>
    public DateTime? ErasedAt { get; private set; }
    /// <summary>How many opinions, remarks, ballots, recusals and restorings there have been. It moves the version, so that a closing and a ballot, or the last two opinions, sent at
    /// the same instant cannot miss each other: one of the two is refused and tries again. A count, since two acts may bear the same time.</summary>
    public int Moves { get; private set; }
    public int Version { get; private set; }
    public Guid AuditedId => Id;
    public Subject Subject => new(SubjectKind, SubjectId);
    public Quorum Quorum => new(QuorumKind, QuorumValue);
    public bool IsWithdrawn => Result == Answer.Withdrawn;
    /// <summary>Closed, counted, and its ballots are still there to be counted again.</summary>
    public bool IsCounted => Step == Step.Closed && Result is not (Answer.Withdrawn or Answer.Lapsed or Answer.Dropped) && ErasedAt is null;
    /// <summary>Stopped without an answer by whoever conducts: what was said is read no more, since the question may be put again, blind.</summary>
    public bool IsDropped => Result == Answer.Dropped;
    /// <summary>The roll, and what moves it: recusals and their restoring.</summary>
    public Panel Panel => new(this, seats, recusals);
    public IReadOnlyList<PanelSeat> Seats => seats;
    public IReadOnlyList<Recusal> Recusals => recusals;
    public IReadOnlyList<Opinion> Opinions => opinions;
    public IReadOnlyList<Remark> Remarks => remarks;
    /// <summary>Every ballot ever cast, replaced ones too.</summary>
    public IReadOnlyList<Ballot> Ballots => ballots;

    /// <exception cref="RuleBroken">Opinions are closed, the seat does not sit on the question, or has spoken already.</exception>
    public Opinion Give(Guid seatId, string text, DateTime now)
    {
        Expect(Step.Opinions, "Les avis ne se donnent plus\u00A0: vous pouvez encore parler dans les échanges.");
        Panel.EnsureSits(seatId);
        if (opinions.Any(o => o.SeatId == seatId)) throw new RuleBroken("opinion.given", "Votre avis est déjà donné. Les échanges permettent de le compléter.");
        var opinion = new Opinion(Id, seatId, Text.Required(text, Opinion.TextMax, "Écrivez votre avis.", "Text"), now);
        opinions.Add(opinion);
        Moved();
        return opinion;
    }

    /// <summary>Blind until given: during the opinions a seat reads the others' only once its own is given, and nobody outside the panel reads any.
    /// Afterwards the whole panel and those who accompany it read them all. A recused seat reads nothing before the end, and what it had said is not read.</summary>
    /// <param name="seatId">The reader's seat; null for an organiser or a facilitator.</param>
    public IReadOnlyList<Opinion> ReadableBy(Guid? seatId)
    {
        var said = opinions.Where(o => seats.Any(s => s.SeatId == o.SeatId && s.Standing != Standing.Recused)).ToList();
        if (IsWithdrawn || IsDropped) return [];
        if (Step == Step.Closed) return said;
        if (seatId is null) return Step == Step.Opinions ? [] : said;
        if (!Panel.Sits(seatId.Value)) return [];
        return Step != Step.Opinions || said.Any(o => o.SeatId == seatId) ? said : [];
    }

    /// <exception cref="RuleBroken">A college has not been heard at all.</exception>
    public void OpenDiscussion(DateTime now)
    {
        Expect(Step.Opinions, "La discussion est déjà ouverte.");
        foreach (var college in Panel.Colleges)
            if (!seats.Any(s => s.Standing is Standing.Sitting or Standing.Left && s.College == college && opinions.Any(o => o.SeatId == s.SeatId)))
                throw new RuleBroken("discussion.unheard", $"La discussion attend au moins un avis de chaque collège\u00A0: aucun avis encore chez les {college.Many()}.");
        (Step, DiscussionAt) = (Step.Discussion, now);
    }

    /// <summary>Who may read the discussion: the panel and those who accompany it; afterwards the whole group.</summary>
    public bool MayFollow(Guid? seatId) => Step == Step.Closed ? IsCounted : seatId is null || Panel.Sits(seatId.Value);

    /// <summary>Says something. Saying the same twice in a row is one remark, so a double post has one effect (S18).</summary>
    /// <exception cref="RuleBroken">No discussion is open, or the seat does not sit on the question.</exception>
    public Remark Say(Guid seatId, string text, DateTime now)
    {
        Expect(Step.Discussion, "Les échanges ne sont pas ouverts.");
        Panel.EnsureSits(seatId);
        var words = Text.Required(text, Remark.TextMax, "Écrivez ce que vous voulez dire.", "Text");
        if (remarks.LastOrDefault() is { } last && last.SeatId == seatId && last.Text == words) return last;
        var remark = new Remark(Id, seatId, words, now);
        remarks.Add(remark);
        Moved();
        return remark;
    }

    /// <param name="endsAt">First instant (UTC) at which a ballot comes too late; for an inclusive last day, the end of that day in Paris.</param>
    /// <exception cref="RuleBroken">Sides are more unequal than at the opening, or the end is already past.</exception>
    public void OpenBallot(DateTime? endsAt, DateTime now)
    {
        Expect(Step.Discussion, "Le vote s’ouvre après la discussion.");
        if (endsAt <= now) throw new RuleBroken("ballot.end", "La fin du vote doit être dans le futur.", "LastDay");
        Panel.EnsureBalanced();
        (Step, BallotAt, BallotEndsAt) = (Step.Ballot, now, endsAt);
        BeginChain();
    }

    /// <summary>Casts or replaces a seat's ballot. Casting the same again changes nothing, so a double post has one effect (S18).</summary>
    /// <param name="now">The server's time: the ballot counts when it is before <see cref="BallotEndsAt"/>, to the tick (S19).</param>
    /// <exception cref="RuleBroken">Too early, too late, not on the panel, or an objection without its motive.</exception>
    public Ballot Cast(Guid seatId, Vote choice, string? motive, DateTime now)
    {
        if (Step < Step.Ballot || now < BallotAt) throw new RuleBroken("ballot.early", "Le vote n’est pas encore ouvert.");
        if (Step == Step.Closed || now >= BallotEndsAt) throw new RuleBroken("ballot.late", "Le vote est clos. Votre choix n’a pas été enregistré.");
        Panel.EnsureSits(seatId);
        var text = Text.Optional(motive, Ballot.MotiveMax, "Motive");
        if (Rule == DecisionRule.Consent && choice == Vote.No && text is null)
            throw new RuleBroken("ballot.objection", "Une objection se motive\u00A0: dites ce qui empêcherait le groupe d’avancer.", "Motive");
        var standing = StandingOf(seatId);
        if (standing is not null && standing.Says(choice, text)) return standing;
        standing?.Replace(now);
        var ballot = new Ballot(Id, seatId, choice, text, now);
        ballots.Add(ballot);
        Link(LinkKind.Ballot, ChainContents.Mark(ballot));
        Moved();
        return ballot;
    }

    /// <summary>The ballot that counts for a seat at this moment. The database lets one stand; were there two, the page must still open and say that the urn does not hold.</summary>
    public Ballot? StandingOf(Guid seatId) => ballots.LastOrDefault(b => b.SeatId == seatId && b.Stands);

    /// <exception cref="RuleBroken">Somebody may still vote before the announced end, or sides have become unequal.</exception>
    public Outcome Close(DateTime now)
    {
        Expect(Step.Ballot, "Il n’y a pas de vote à clore.");
        var silent = seats.Count(s => s.Sits && StandingOf(s.SeatId) is null);
        if (now < BallotEndsAt && silent > 0)
            throw new RuleBroken("ballot.open", $"La fin du vote a été annoncée, et {silent} siège{(silent > 1 ? "s peuvent" : " peut")} encore voter.");
        Panel.EnsureBalanced();
        (Step, ClosedAt) = (Step.Closed, now);
        var outcome = Count();
        Result = outcome.Result;
        CloseChain();
        AwaitsReason = AsksReason && outcome.PrevailingVote is not null && outcome.Reasons.Count == 0;
        return outcome;
    }

    /// <summary>Counts the ballots that stand of the seats that sit. Nobody is shown a count before the vote is closed: pages ask for it from then on only.</summary>
    public Outcome Count() => Outcome.Of(Rule, Quorum, Panel.Colleges, Voices());

    internal IEnumerable<CountedSeat> Voices() => seats.Where(s => s.Sits).Select(s => StandingOf(s.SeatId) is { } ballot
        ? new CountedSeat(s.College, ballot.Vote, ballot.Motive)
        : new CountedSeat(s.College, null));

    internal void Moved() => Moves++;

    void Expect(Step step, string otherwise)
    {
        if (Step != step) throw new RuleBroken("deliberation.step", otherwise);
    }
}
