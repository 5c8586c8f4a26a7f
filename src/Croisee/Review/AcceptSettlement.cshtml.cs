using Croisee.Data;
using Croisee.Experiences;
using Croisee.Journal;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

[Audience(Audience.Person)]
public sealed class AcceptSettlementModel(AppDb db, TimeProvider clock, Visitor visitor, Framework.Labels labels) : ReadingScreen(db, clock, visitor, labels)
{
    public Settlement Settlement { get; private set; } = null!;

    protected override async Task<IActionResult?> Ready()
    {
        if (await Db.Settlements.SingleOrDefaultAsync(s => s.PairId == Pair.Id) is not { IsAccepted: false } proposed) return Redirect($"/lectures/{ExperienceReference}");
        Settlement = proposed;
        return null;
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        Settlement.Accept(Pair, Mine.Id, Now);
        Db.Passages.Add(Experience.Pass(ExperienceState.Analysed, Passage.Group, Me.PersonId, null, Now));
        Db.Record(Now, Me.Actor, Acts.Settled, Experience, null, Experience.Call.OrganisationId);
        Db.Announce(new CodingSettled(Experience.Id));
        await Db.SaveChangesAsync();
        Flash("Vous êtes d’accord. Le groupe peut maintenant en parler.");
        return Redirect($"/lectures/{Experience.Reference}/accord");
    }
}
