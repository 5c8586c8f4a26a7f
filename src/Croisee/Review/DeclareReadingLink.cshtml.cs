using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Rules;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

/// <summary>A declared link recuses the reader, and the least loaded seat of the same college replaces them (EXP-R8).</summary>
[Audience(Audience.Person)]
public sealed class DeclareReadingLinkModel(AppDb db, TimeProvider clock, Visitor visitor, Framework.Labels labels, Spreading spreading) : ReadingScreen(db, clock, visitor, labels)
{
    public sealed class LinkForm
    {
        [Required(ErrorMessage = "Dites le lien en quelques mots."), StringLength(ReadingRecusal.ReasonMax, ErrorMessage = "600 caractères au plus.")] public string Reason { get; set; } = "";
    }

    [BindProperty] public LinkForm Form { get; set; } = new();

    protected override Task<IActionResult?> Ready() => Task.FromResult<IActionResult?>(MyReading is { IsGiven: true } ? Redirect($"/lectures/{ExperienceReference}") : null);

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var (users, professionals) = await spreading.Loads(Group);
        var recused = await Db.ReadingRecusals.Where(r => r.ExperienceId == Experience.Id).Select(r => r.SeatId).ToListAsync();
        var replacing = (Mine.Id == Pair.ServiceUserSeatId ? users : professionals).Where(l => l.Key != Mine.Id && !recused.Contains(l.Key)).OrderBy(l => l.Value).ThenBy(l => l.Key).Select(l => (Guid?)l.Key).FirstOrDefault()
            ?? throw new RuleBroken("EXP-R8", "Personne d’autre de votre collège ne peut lire : prévenez l’organisateur du groupe.");
        Db.ReadingRecusals.Add(new ReadingRecusal(Experience.Id, Mine.Id, Form.Reason, replacing, Now));
        if (MyReading is not null) Db.Readings.Remove(MyReading);
        Pair.Replace(Mine.Id, replacing, Today.AddDays(ReadingGroup.DaysToRead));
        await spreading.Tell(Group, replacing, Experience, Now);
        Db.Record(Now, Me.Actor, Acts.LinkDeclared, Experience, null, Experience.Call.OrganisationId);
        await Db.SaveChangesAsync();
        Flash("Merci. Une autre personne de votre collège lira cette expérience.");
        return Redirect("/lectures");
    }
}
