using Croisee.Data;
using Croisee.Experiences;
using Croisee.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Experiences;

/// <summary>Those who have begun and left an address are written to when their call is prolonged, and before it ends.</summary>
public sealed class TellDraftsTest(Place place) : IClassFixture<Place>
{
    Task<List<Notice>> NoticesTo(string email) => place.Db(db => db.Notices.AsNoTracking().Where(n => n.To == email).OrderBy(n => n.CreatedAt).ToListAsync());

    Task Leaves(string reference, string email) => place.With(async services =>
    {
        var db = services.GetRequiredService<AppDb>();
        await services.GetRequiredService<ContactStore>().Save(await db.Experiences.SingleAsync(e => e.Reference == reference), new("Le groupe", null, email, null, null), recontact: false);
        return await db.SaveChangesAsync();
    });

    [Fact]
    public async Task Tells_of_a_prolongation_and_of_the_end_once_each_and_only_who_has_a_draft_and_an_address()
    {
        var today = place.Clock.ParisToday();
        var call = await place.Given.AnOpenCall(null, "Un appel que l’on prolonge", today, today.AddDays(TellCallTurns.DaysBeforeEnd + 4));
        var (first, second, silent) = (await place.Given.ADraft(call), await place.Given.ADraft(call), await place.Given.ADraft(call));
        await Leaves(first.Reference, "groupe-un@example.org");
        await Leaves(second.Reference, "groupe-deux@example.org");
        var sent = await place.Given.ASubmittedExperience(call, "Déjà envoyée");
        await Leaves(sent.Reference, "deja@example.org");
        await place.Given.TheJobRan(TellCallTurns.Job);
        Assert.Empty(await NoticesTo("groupe-un@example.org"));

        var later = today.AddDays(TellCallTurns.DaysBeforeEnd + 10);
        await place.Db(async db =>
        {
            var found = await db.Calls.Include(c => c.Extensions).SingleAsync(c => c.Id == call.Id);
            db.Add(found.Extend(later, "Des groupes ont demandé du temps.", Guid.CreateVersion7(), place.Clock.UtcNow()));
            Croisee.Journal.Recording.Record(db, place.Clock.UtcNow(), Croisee.Journal.Actor.System, Croisee.Experiences.Acts.CallExtended, found);
            return await db.SaveChangesAsync();
        });
        await place.Given.TheJobRan(TellCallTurns.Job);
        await place.Given.TheJobRan(TellCallTurns.Job);
        var told = Assert.Single(await NoticesTo("groupe-un@example.org"));
        Assert.Contains("est prolongé jusqu’au", told.Line);
        Assert.Contains(" inclus", told.Line);
        Assert.Equal("/suivre", told.Path);
        Assert.Single(await NoticesTo("groupe-deux@example.org"));
        Assert.Empty(await NoticesTo("deja@example.org"));

        place.Clock.Set(later.AddDays(-TellCallTurns.DaysBeforeEnd).EndOfParisDay().AddHours(-12));
        await place.Given.TheJobRan(TellCallTurns.Job);
        await place.Given.TheJobRan(TellCallTurns.Job);
        var both = await NoticesTo("groupe-un@example.org");
        Assert.Equal(2, both.Count);
        Assert.Contains("se termine bientôt", both[1].Line);
        place.Clock.Set(later.EndOfParisDay().AddDays(1));
        await place.Given.TheJobRan(TellCallTurns.Job);
        Assert.Equal(2, (await NoticesTo("groupe-un@example.org")).Count);
        Assert.NotNull(silent.Code);
    }
}
