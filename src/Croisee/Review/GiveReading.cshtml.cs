using Croisee.Data;
using Croisee.Framework;
using Croisee.Journal;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Review;

/// <summary>Before a reading is given: what it leaves unsaid, named, with a tick that nothing is to be said of it.</summary>
[Audience(Audience.Person)]
public sealed class GiveReadingModel(AppDb db, TimeProvider clock, Visitor visitor, Labels labels, TellReaders told) : ReadingScreen(db, clock, visitor, labels)
{
    [FromForm(Name = NothingToSay)] public bool HasNothingToSay { get; set; }
    /// <summary>Landmarks, level, scale, then criteria of which this reading says nothing.</summary>
    public LeftOpen Unsaid => new([.. MyReading!.Coding.Unsaid(), .. MyReading.UnsaidCriteria().Select(t => Labels.Of(t.Code))], HasNothingToSay);

    protected override Task<IActionResult?> Ready() => Task.FromResult<IActionResult?>(MyReading is null ? Redirect($"/lectures/{ExperienceReference}") : null);

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var again = MyReading!.IsGiven;
        if (!again && Unsaid.MustBeSaid) return SayOrTick();
        MyReading.Give(Now, await Db.FrameworkEdition());
        Db.Record(Now, Me.Actor, Acts.Given, Experience, null, Experience.Call.OrganisationId);
        if (BothGiven && !again) await told.BothHaveRead(Group, Pair, Mine.Id, Experience);
        await Db.SaveChangesAsync();
        Flash("Votre lecture est donnée. Merci.");
        return Redirect(BothGiven ? $"/lectures/{Experience.Reference}/accord" : "/lectures");
    }
}
