using Croisee.Data;
using Croisee.Experiences;
using Croisee.Framework;
using Croisee.Journal;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

/// <summary>
/// Where a pair did not settle, the group does: whoever leads it writes down what was decided, with the reason. What is settled is revised here too, as
/// authors may ask, with its reason. Codings are shown by college.
/// </summary>
[Audience(Audience.Member)]
public sealed class DecideCodingModel(AppDb db, TimeProvider clock, Visitor visitor, Labels labels, ReviseCoding revise, TellReaders told) : ReviewedScreen(db, clock, visitor)
{
    protected override bool ForSteering => true;
    [BindProperty] public SettleModel.SettleForm Form { get; set; } = new();
    public Pair Pair { get; private set; } = null!;
    /// <summary>What is fixed already, and may be revised; null for what the group fixes first.</summary>
    public Settlement? Settled { get; private set; }
    public IReadOnlyList<CodingLine> Lines { get; private set; } = [];
    public int Differences => Lines.Count(l => l.Differs);
    Coding first = new();

    protected override async Task<IActionResult?> Loaded()
    {
        var pairs = await Db.Pairs.Where(p => p.ExperienceId == Experience.Id && p.GroupId == Group.Id).ToListAsync();
        if (Experience.State is ExperienceState.InReading && pairs.FirstOrDefault(p => p.MayGoToGroup(Today)) is { } open) Pair = open;
        else if (await Db.Settlements.Include(s => s.Proposals).Fixed(Experience.Id).FirstOrDefaultAsync() is { } settled && pairs.FirstOrDefault(p => p.Id == settled.PairId) is { } pair) (Pair, Settled) = (pair, settled);
        else return Redirect(Path("experiences/" + Experience.Reference));
        var readings = await Db.Readings.AsNoTracking().Where(r => r.PairId == Pair.Id && r.GivenAt != null).ToListAsync();
        // Whoever leads may be one of the two: nobody sees a reading before both are given.
        if (readings.SingleOrDefault(r => r.SeatId == Pair.ServiceUserSeatId) is not { } user || readings.SingleOrDefault(r => r.SeatId == Pair.ProfessionalSeatId) is not { } professional) return Settled is null ? Redirect(Path("experiences/" + Experience.Reference)) : null;
        (Lines, first) = (CodingLine.Compare(user.Coding, professional.Coding, labels), user.Coding);
        return null;
    }

    /// <summary>Begins from what is fixed, else from what the pair proposed last; else from nothing but the framework, so as not to prefer one side.</summary>
    public async Task OnGet()
    {
        if ((Settled ?? await Db.Settlements.AsNoTracking().Standing().SingleOrDefaultAsync(s => s.PairId == Pair.Id)) is { } proposed) Form.From(proposed.Coding);
        else if (Differences == 0) Form.From(first);
    }

    public async Task<IActionResult> OnPost()
    {
        var (coding, reason, back) = (Form.ToCoding(), Form.Reason ?? "", Redirect(Path("experiences/" + Experience.Reference)));
        if (Settled is not null)
        {
            // The same form sent twice.
            if (Settled.RevisedAt is not null && Settled.Coding == coding && Settled.Reason == reason.Trim()) return back;
            await revise.Run(Experience, Group, (Pair, Settled), coding, reason, Me.Actor);
        }
        else await Fix(coding, reason);
        await Db.SaveChangesAsync();
        Flash(Settled is null ? "Le codage est fixé par le groupe. Le groupe peut maintenant parler de cette expérience."
            : Experience.ShownSince is null ? "Le codage est revu. L’histoire de la lecture garde ce qui était fixé avant." : "Le codage est revu. La page publiée changera quand ses auteurs seront d’accord sur la nouvelle.");
        return back;
    }

    async Task Fix(Coding coding, string reason)
    {
        var edition = await Db.FrameworkEdition();
        if (await Db.Settlements.Include(s => s.Proposals).SingleOrDefaultAsync(s => s.PairId == Pair.Id) is { } proposed) proposed.DecideByGroup(Pair, coding, reason, Today, Now, edition);
        else Db.Settlements.Add(Settlement.OfGroup(Pair, coding, reason, Today, Now, edition));
        if (Experience.State is ExperienceState.InReading) Db.Passages.Add(Experience.Pass(ExperienceState.Analysed, Passage.Group, Me.PersonId, null, Now));
        Db.Record(Now, Me.Actor, Acts.SettledByGroup, Experience, null, Call!.OrganisationId);
        Db.Announce(new CodingSettled(Experience.Id));
        await told.FixedByGroup(Group, Pair, Experience);
    }
}
