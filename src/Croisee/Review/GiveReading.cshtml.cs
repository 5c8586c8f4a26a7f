using Croisee.Data;
using Croisee.Framework;
using Croisee.Journal;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Review;

[Audience(Audience.Person)]
public sealed class GiveReadingModel(AppDb db, TimeProvider clock, Visitor visitor, Labels labels, TellReaders told) : ReadingScreen(db, clock, visitor, labels)
{
    protected override Task<IActionResult?> Ready() => Task.FromResult<IActionResult?>(MyReading is null ? Redirect($"/lectures/{ExperienceReference}") : null);

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var again = MyReading!.IsGiven;
        MyReading.Give(Now, await Db.FrameworkEdition());
        Db.Record(Now, Me.Actor, Acts.Given, Experience, null, Experience.Call.OrganisationId);
        if (BothGiven && !again) await told.BothHaveRead(Group, Pair, Mine.Id, Experience);
        await Db.SaveChangesAsync();
        Flash("Votre lecture est donnée. Merci.");
        return Redirect(BothGiven ? $"/lectures/{Experience.Reference}/accord" : "/lectures");
    }
}
