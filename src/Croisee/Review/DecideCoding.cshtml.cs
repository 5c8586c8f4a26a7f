using Croisee.Data;
using Croisee.Experiences;
using Croisee.Framework;
using Croisee.Journal;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

/// <summary>Where a pair did not settle, the group does: whoever leads it writes down what was decided, with the reason. Codings are shown by college.</summary>
[Audience(Audience.Member)]
public sealed class DecideCodingModel(AppDb db, TimeProvider clock, Visitor visitor, Labels labels) : ReviewedScreen(db, clock, visitor)
{
    protected override bool ForSteering => true;
    [BindProperty] public SettleModel.SettleForm Form { get; set; } = new();
    public Pair Pair { get; private set; } = null!;
    public IReadOnlyList<CodingLine> Lines { get; private set; } = [];
    public int Differences => Lines.Count(l => l.Differs);
    Coding first = new();

    protected override async Task<IActionResult?> Loaded()
    {
        var pairs = await Db.Pairs.Where(p => p.ExperienceId == Experience.Id && p.GroupId == Group.Id && p.SettledAt == null).ToListAsync();
        if (pairs.FirstOrDefault(p => p.MayGoToGroup(Today)) is not { } pair) return Redirect(Path("experiences/" + Experience.Reference));
        var readings = await Db.Readings.AsNoTracking().Where(r => r.PairId == pair.Id && r.GivenAt != null).ToListAsync();
        // Whoever leads may be one of the two: nobody sees a reading before both are given.
        if (readings.SingleOrDefault(r => r.SeatId == pair.ServiceUserSeatId) is not { } user || readings.SingleOrDefault(r => r.SeatId == pair.ProfessionalSeatId) is not { } professional) return Redirect(Path("experiences/" + Experience.Reference));
        (Pair, Lines, first) = (pair, CodingLine.Compare(user.Coding, professional.Coding, labels), user.Coding);
        return null;
    }

    /// <summary>Begins from what the pair proposed last; else from nothing but the framework, so as not to prefer one side.</summary>
    public async Task OnGet()
    {
        if (await Db.Settlements.AsNoTracking().SingleOrDefaultAsync(s => s.PairId == Pair.Id) is { } proposed) Form.From(proposed.Coding);
        else if (Differences == 0) Form.From(first);
    }

    public async Task<IActionResult> OnPost()
    {
        var (edition, reason) = (await Db.FrameworkEdition(), Form.Reason ?? "");
        if (await Db.Settlements.Include(s => s.Proposals).SingleOrDefaultAsync(s => s.PairId == Pair.Id) is { } proposed) proposed.DecideByGroup(Pair, Form.ToCoding(), reason, Today, Now, edition);
        else Db.Settlements.Add(Settlement.OfGroup(Pair, Form.ToCoding(), reason, Today, Now, edition));
        if (Experience.State is ExperienceState.InReading) Db.Passages.Add(Experience.Pass(ExperienceState.Analysed, Passage.Group, Me.PersonId, null, Now));
        Db.Record(Now, Me.Actor, Acts.SettledByGroup, Experience, null, Call!.OrganisationId);
        Db.Announce(new CodingSettled(Experience.Id));
        await Db.SaveChangesAsync();
        Flash("Le codage est fixé par le groupe. Le groupe peut maintenant parler de cette expérience.");
        return Redirect(Path("experiences/" + Experience.Reference));
    }
}
