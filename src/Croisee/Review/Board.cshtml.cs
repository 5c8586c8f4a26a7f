using Croisee.Data;
using Croisee.Deliberation;
using Croisee.Experiences;
using Croisee.Framework;
using Croisee.People;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

/// <summary>The group's board: what waits for me, where each experience stands, what is late, which dimensions are still missing.</summary>
[Audience(Audience.Member)]
public sealed class BoardModel(AppDb db, TimeProvider clock, Visitor visitor, Labels labels) : ReviewScreen(db, clock, visitor)
{
    public sealed record Step(string Name, int Count);
    public sealed record NextAct(string Text, string Path);
    /// <param name="Steered">By whoever reads the board: not where a declared link keeps them away (EXP-R8).</param>
    public sealed record Line(string Reference, string Title, bool Steered);
    public sealed record OwedLine(string Label, int Readings, DateOnly FirstDue);

    public sealed record VoicesLine(string Subject, string Path, bool IsBallot, DateOnly? LastDay, IReadOnlyList<CollegeVoices> Colleges);

    public IReadOnlyList<Step> Steps { get; private set; } = [];
    public IReadOnlyList<NextAct> Next { get; private set; } = [];
    public IReadOnlyList<string> Late { get; private set; } = [];
    /// <summary>Readings that each seat still has to give.</summary>
    public IReadOnlyList<OwedLine> Owed { get; private set; } = [];
    /// <summary>For those who steer: whose opinions and votes the group waits for. What anybody voted is in no line (blind until the end).</summary>
    public IReadOnlyList<VoicesLine> Voices { get; private set; } = [];
    public IReadOnlyList<Line> ToDeliberate { get; private set; } = [];
    /// <summary>Read by both, not settled: handed over by the pair, or past its day.</summary>
    public IReadOnlyList<Line> ToSettle { get; private set; } = [];
    public HeatMap? ByRegister { get; private set; }
    public HeatMap? ByPublic { get; private set; }

    static readonly (ExperienceState State, string Name)[] Order =
    [
        (ExperienceState.Submitted, "À vérifier"), (ExperienceState.ToComplete, "À compléter par les auteurs"), (ExperienceState.Admissible, "Recevables, sans binôme"), (ExperienceState.InReading, "En lecture"),
        (ExperienceState.Analysed, "Lues"), (ExperienceState.Remarkable, "Retenues"), (ExperienceState.NotSelected, "Non retenues"), (ExperienceState.ApprovalAsked, "Accord des auteurs demandé"), (ExperienceState.Published, "Publiées"), (ExperienceState.Archived, "Archivées, non publiées"), (ExperienceState.Inadmissible, "Irrecevables"),
    ];

    protected override async Task<IActionResult?> Ready()
    {
        if (Call is null) return null;
        var experiences = await Db.Experiences.AsNoTracking().Where(e => e.CallId == Call.Id && e.State != ExperienceState.Draft && e.State != ExperienceState.Withdrawn)
            .Select(e => new { e.Id, e.Reference, e.Title, e.State }).ToListAsync();
        Steps = [.. Order.Select(o => new Step(o.Name, experiences.Count(e => e.State == o.State)))];
        var asked = await Db.Deliberations.AsNoTracking().Where(d => d.GroupId == Group.Id && (d.Result == null || d.Result == Result.Adopted || d.Result == Result.Rejected)).Select(d => d.SubjectId).ToListAsync();
        var ofCall = Db.Experiences.Where(e => e.CallId == Call.Id);
        var away = (await Db.ReadingRecusals.AsNoTracking().Where(r => ofCall.Any(e => e.Id == r.ExperienceId)).ToListAsync()).ToLookup(r => r.ExperienceId);
        bool Steered(Guid experience) => Steers && !(Mine is { } seat && away[experience].Any(l => l.KeepsAway(seat)));
        ToDeliberate = [.. experiences.Where(e => e.State is ExperienceState.Analysed && !asked.Contains(e.Id)).OrderBy(e => e.Title, StringComparer.Ordinal).Select(e => new Line(e.Reference, e.Title, Steered(e.Id)))];
        // What the clock has archived, or its authors took back, waits for no reader.
        var reading = ofCall.Where(e => e.State == ExperienceState.InReading);
        var pairs = await Db.Pairs.AsNoTracking().Where(p => p.GroupId == Group.Id && p.SettledAt == null && reading.Any(e => e.Id == p.ExperienceId)).ToListAsync();
        var open = pairs.Select(p => p.Id).ToList();
        var given = (await Db.Readings.AsNoTracking().Where(r => open.Contains(r.PairId) && r.GivenAt != null).Select(r => new { r.PairId, r.SeatId }).ToListAsync()).Select(r => (r.PairId, r.SeatId)).ToHashSet();
        var titles = experiences.ToDictionary(e => e.Id);
        var todo = pairs.SelectMany(p => new[] { p.ServiceUserSeatId, p.ProfessionalSeatId }.Where(s => !given.Contains((p.Id, s)) && !away[p.ExperienceId].Any(l => l.KeepsAway(Group.Seats.Single(g => g.Id == s)))).Select(s => (Pair: p, Seat: s))).ToList();
        ToSettle = [.. pairs.Where(p => p.MayGoToGroup(Today) && given.Contains((p.Id, p.ServiceUserSeatId)) && given.Contains((p.Id, p.ProfessionalSeatId))).Select(p => new Line(titles[p.ExperienceId].Reference, titles[p.ExperienceId].Title, Steered(p.ExperienceId)))];
        Late = [.. todo.Where(t => t.Pair.DueOn < Today).Select(t => $"{titles[t.Pair.ExperienceId].Title} : lecture attendue de {Group.Seats.Single(s => s.Id == t.Seat).Label} depuis le {t.Pair.DueOn.Short()}")];
        Next = [.. MyActs(todo.Where(t => t.Seat == Mine?.Id).Select(t => (titles[t.Pair.ExperienceId].Title, titles[t.Pair.ExperienceId].Reference)), experiences.Count(e => e.State is ExperienceState.Submitted), experiences.Count(e => e.State is ExperienceState.Admissible))];
        var questions = await Db.Deliberations.AsNoTracking().Whole().Where(d => d.GroupId == Group.Id && d.ClosedAt == null).OrderBy(d => d.OpenedAt).ToListAsync();
        string About(Deliberation.Deliberation question) => titles.TryGetValue(question.SubjectId, out var about) ? $"« {about.Title} »" : question.Question;
        Next = [.. Next, .. await Talking(pairs, given, titles.ToDictionary(t => t.Key, t => (t.Value.Title, t.Value.Reference))), .. Voicing(questions, About)];
        if (Steers) Voices = [.. questions.Select(q => new VoicesLine(About(q), $"/deliberations/{q.Reference}", q.Step is Deliberation.Step.Ballot, q.Step is Deliberation.Step.Ballot ? q.BallotEndsAt?.AddTicks(-1).ParisDay() : null, q.VoicesByCollege(Now))).Where(v => v.Colleges.Count > 0)];
        // Whoever is in an open pair: members, alternates who took a place, and those who have left it since.
        Owed = [.. Group.Seats.Select(s => (s.Label, Readings: todo.Where(t => t.Seat == s.Id).Select(t => t.Pair.DueOn).Order().ToList())).Where(s => s.Readings.Count > 0)
            .Select(s => new OwedLine(s.Label, s.Readings.Count, s.Readings[0]))];
        // What the call could not keep is no part of what it gathered.
        await Cover([.. experiences.Where(e => e.State is not ExperienceState.Inadmissible).Select(e => e.Id)]);
        return null;
    }

    public void OnGet() { }

    IEnumerable<NextAct> MyActs(IEnumerable<(string Title, string Reference)> toRead, int toCheck, int toSpread)
    {
        foreach (var (title, reference) in toRead) yield return new($"Lire « {title} »", $"/lectures/{reference}");
        if (Steers && toCheck > 0) yield return new($"Vérifier la recevabilité ({toCheck})", PathOfCall("recevabilite"));
        if (Steers && toSpread > 0) yield return new($"Répartir les lectures ({toSpread})", PathOfCall("repartition"));
    }

    /// <summary>An agreement that the visitor has to find or to answer.</summary>
    async Task<List<NextAct>> Talking(List<Pair> pairs, HashSet<(Guid, Guid)> given, Dictionary<Guid, (string Title, string Reference)> titles)
    {
        var acts = new List<NextAct>();
        if (Mine is null) return acts;
        var mine = pairs.Where(p => p.Has(Mine.Id) && given.Contains((p.Id, p.ServiceUserSeatId)) && given.Contains((p.Id, p.ProfessionalSeatId))).ToList();
        var ids = mine.Select(p => p.Id).ToList();
        var proposed = await Db.Settlements.AsNoTracking().Standing().Where(s => ids.Contains(s.PairId)).Select(s => new { s.PairId, s.ProposedBySeatId }).ToDictionaryAsync(s => s.PairId, s => s.ProposedBySeatId);
        foreach (var pair in mine)
        {
            var (title, reference) = titles[pair.ExperienceId];
            if (!proposed.TryGetValue(pair.Id, out var by)) acts.Add(new($"S’accorder à deux sur « {title} »", $"/lectures/{reference}/accord"));
            else if (by != Mine.Id) acts.Add(new($"Répondre à l’accord proposé pour « {title} »", $"/lectures/{reference}/accord"));
        }
        return acts;
    }

    /// <summary>An opinion or a vote that the visitor owes.</summary>
    IEnumerable<NextAct> Voicing(IEnumerable<Deliberation.Deliberation> questions, Func<Deliberation.Deliberation, string> about)
    {
        if (Mine is null) yield break;
        foreach (var question in questions)
            if (question.From(Mine.Id, Now) is not Expectation.Nothing and var owed)
                yield return new((owed is Expectation.Opinion ? "Donner votre avis : " : "Voter : ") + about(question), $"/deliberations/{question.Reference}");
    }

    /// <summary>
    /// Contexts × registers and contexts × publics of what the call received: as the readers fixed them, else as the authors say. A kind of handicap also counts
    /// as a handicap.
    /// </summary>
    async Task Cover(List<Guid> ids)
    {
        var rows = await Db.DepositSteps.AsNoTracking().Where(s => ids.Contains(s.ExperienceId) && (s.Code == "cadre" || s.Code == "deroulement" || s.Code == "participants")).ToListAsync();
        var settled = (await Db.Settlements.AsNoTracking().Where(s => ids.Contains(s.ExperienceId) && s.AcceptedAt != null).ToListAsync())
            .GroupBy(s => s.ExperienceId).ToDictionary(g => g.Key, g => g.MaxBy(s => s.RevisedAt ?? s.AcceptedAt)!.Coding.Landmarks);
        var told = rows.GroupBy(r => r.ExperienceId).Select(g => Told(g.ToAccount(), settled.GetValueOrDefault(g.Key) ?? Landmarks.Empty)).ToList();
        var contexts = Vocabularies.Context.Terms.Where(t => Call!.Contexts.Contains(t.Code)).ToList();
        ByRegister = Map("Contextes et registres", "Registre", [.. Vocabularies.Register.Terms], c => c.Registers);
        ByPublic = Map("Contextes et publics", "Public", [.. Vocabularies.Public.Roots], c => c.Publics);

        HeatMap Map(string caption, string corner, IReadOnlyList<Term> rowTerms, Func<Covered, HashSet<string>> codes) =>
            new(caption, corner, "expériences", [.. contexts.Select(c => labels.Of(c.Code))], [.. rowTerms.Select(t => new HeatRow(labels.Of(t.Code), [.. contexts.Select(c => new HeatCell(told.Count(a => a.Contexts.Contains(c.Code) && codes(a).Contains(t.Code))))]))]);
    }

    sealed record Covered(List<string> Contexts, HashSet<string> Registers, HashSet<string> Publics);

    /// <summary>What the readers left open stays as the authors say, as on the page of the library.</summary>
    static Covered Told(Experiences.Answers.Account account, Landmarks settled) => new(account.Setting.Contexts,
        settled.Registers.Count > 0 ? [.. settled.Registers] : [.. account.Course.Registers],
        [.. Vocabularies.WithBroader(settled.Publics.Count > 0 ? settled.Publics : account.Participants.Publics)]);
}
