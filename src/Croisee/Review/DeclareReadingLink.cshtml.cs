using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Groups;
using Croisee.Journal;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

/// <summary>A declared link recuses the reader, always; the least loaded seat of the same college replaces them, or those who lead the group are told that nobody can (EXP-R8).</summary>
[Audience(Audience.Person)]
public sealed class DeclareReadingLinkModel(AppDb db, TimeProvider clock, Visitor visitor, Framework.Labels labels, Spreading spreading, TellLeads leads) : ReadingScreen(db, clock, visitor, labels)
{
    public sealed class LinkForm
    {
        [Required(ErrorMessage = "Dites le lien en quelques mots."), StringLength(ReadingRecusal.ReasonMax, ErrorMessage = "600 caractères au plus.")] public string Reason { get; set; } = "";
    }

    [BindProperty] public LinkForm Form { get; set; } = new();

    /// <summary>A link may be found out after the reading is given: it is taken until both have come to an agreement.</summary>
    protected override Task<IActionResult?> Ready() => Task.FromResult<IActionResult?>(Pair.SettledAt is not null ? Redirect($"/lectures/{ExperienceReference}") : null);

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var found = await spreading.ReplacementOf(Group, Pair, Mine);
        var away = await spreading.KeptAway(Group, Experience.Id);
        away.Add(Mine.Id);
        Db.ReadingRecusals.Add(new ReadingRecusal(Experience.Id, Mine, Form.Reason, found, Now));
        // What was read with a link counts for nothing, given or not; nor does what was proposed from it. What the other reader wrote is theirs.
        if (MyReading is not null) Db.Readings.Remove(MyReading);
        if (await Db.Settlements.Include(s => s.Proposals).SingleOrDefaultAsync(s => s.PairId == Pair.Id) is { } proposed)
        {
            proposed.Void(Mine.Id, Now);
            if (proposed.Proposals.Count == 0) Db.Settlements.Remove(proposed);
        }
        if (found is { } replacing)
        {
            var days = await Db.ReadingGroups.Where(r => r.CallId == Experience.CallId).Select(r => (int?)r.Days).SingleOrDefaultAsync();
            Pair.Replace(Mine.Id, replacing, Today.AddDays(days ?? ReadingGroup.DaysToRead));
            await spreading.Tell(Group, replacing, Experience, Now);
        }
        else await leads.Run(Group, $"Un lien est déclaré, et personne d’autre du collège ne peut lire : {Experience.Title}", $"/groupes/{Group.Reference}/repartition/{Experience.Reference}", aside: away);
        Db.Record(Now, Me.Actor, Acts.LinkDeclared, Experience, MyReading is { IsGiven: true } ? "Lecture donnée mise de côté" : null, Experience.Call.OrganisationId);
        await Db.SaveChangesAsync();
        Flash(found is null ? "Merci. Vous ne lisez plus cette expérience. Personne d’autre de votre collège ne peut la lire : nous prévenons l’organisateur du groupe." : "Merci. Une autre personne de votre collège lira cette expérience.");
        return Redirect("/lectures");
    }
}
