using Croisee.Data;
using Croisee.Experiences;
using Croisee.Journal;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

[Audience(Audience.Person)]
public sealed class AcceptSettlementModel(AppDb db, TimeProvider clock, Visitor visitor, Framework.Labels labels, TellReaders told) : ReadingScreen(db, clock, visitor, labels)
{
    /// <summary>The proposal that the reader saw: another one is not accepted unread.</summary>
    [FromForm(Name = "version")] public int Seen { get; set; }
    public Settlement Settlement { get; private set; } = null!;
    public IReadOnlyList<CodingLine> Lines => CodingLine.Said(Settlement.Coding, Labels);
    public IReadOnlyList<string> Unsaid => [.. Settlement.Coding.Unsaid()];

    protected override async Task<IActionResult?> Ready()
    {
        if (Experience.State is not ExperienceState.InReading || await Db.Settlements.Standing().SingleOrDefaultAsync(s => s.PairId == Pair.Id) is not { IsAccepted: false } proposed) return Redirect($"/lectures/{ExperienceReference}");
        Settlement = proposed;
        if (HttpMethods.IsGet(Request.Method)) Seen = proposed.Version;
        return null;
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (Seen != Settlement.Version)
        {
            Seen = Settlement.Version;
            ModelState.Remove("version");
            ModelState.AddModelError("", "L’autre personne vient de changer sa proposition. La voici : relisez-la, puis acceptez si elle vous va.");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        Settlement.Accept(Pair, Mine.Id, Now);
        Db.Passages.Add(Experience.Pass(ExperienceState.Analysed, Passage.Group, Me.PersonId, null, Now));
        Db.Record(Now, Me.Actor, Acts.Settled, Experience, null, Experience.Call.OrganisationId);
        Db.Announce(new CodingSettled(Experience.Id));
        await told.Accepted(Group, Pair, Mine.Id, Experience);
        await Db.SaveChangesAsync();
        Flash("Vous êtes d’accord. Le groupe peut maintenant en parler.");
        return Redirect($"/lectures/{Experience.Reference}/accord");
    }
}
