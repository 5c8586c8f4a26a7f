using Croisee.Data;
using Croisee.Experiences;
using Croisee.Journal;
using Croisee.Library.Publication;
using Croisee.People;
using Croisee.Rules;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Experiences;

/// <summary>Contact data are erased after the work that the notice names: this work never ends before the call does (EXP-R5).</summary>
public sealed class CallNoticeTest(Place place) : IClassFixture<Place>
{
    static CallNotice Until(DateOnly day) => new("l’écriture de la recommandation", day, "dpo@example.org");

    [Fact]
    public async Task Refuses_a_work_that_ends_before_the_call_when_publishing_informing_or_prolonging()
    {
        var call = await place.Given.ACallBeingWritten();
        var now = place.Clock.UtcNow();
        call.Inform(Until(call.ClosesOn.AddDays(-1)), now);
        Assert.Contains("changez cette date", Assert.Throws<RuleBroken>(() => call.Publish(now)).Message);
        Assert.Equal("donnees", Assert.Single(call.WhatIsMissing(now)).Page);
        call.Inform(Until(call.ClosesOn), now);
        call.Publish(now);
        Assert.Equal(("EXP-R5", "KeptUntil"), Broken(() => call.Inform(Until(call.ClosesOn.AddDays(-1)), now)));
        Assert.Equal(("EXP-R5", "ClosesOn"), Broken(() => call.Extend(call.ClosesOn.AddDays(1), "plus de temps", Guid.CreateVersion7(), now)));
        call.Inform(Until(call.ClosesOn.AddDays(1)), now);
        call.Extend(call.ClosesOn.AddDays(1), "plus de temps", Guid.CreateVersion7(), now);

        static (string, string?) Broken(Action act)
        {
            var broken = Assert.Throws<RuleBroken>(act);
            return (broken.Code, broken.Field);
        }
    }

    [Fact]
    public async Task Says_to_change_the_notice_first_beside_the_new_last_day()
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation);
        using var nadia = await place.Given.APerson("Nadia", Role.Organiser, organisation);
        var refused = await (await nadia.Open($"/bureau/appels/{call.Slug}/prolongation")).Form("Prolonger")
            .Fill("Nouveau dernier jour, inclus", call.Notice.KeptUntilDay!.Value.AddDays(1).ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture)).Fill("Raison, que tout le monde lira", "plus de temps").Send();
        Assert.Contains("Changez d’abord cette date", Assert.Single(refused.Errors));
    }

    /// <summary>Kept by a version that did not look.</summary>
    [Fact]
    public async Task Erases_and_archives_nothing_while_the_call_is_open()
    {
        await using var own = new Place();
        await own.InitializeAsync();
        var call = await own.Given.AnOpenCall();
        var (held, waiting) = (await own.Given.ASubmittedExperience(call), await own.Given.AnExperienceToApprove(call, "Une page qui attend"));
        await own.Given.AContact(held, "jeanne@example.org");
        var last = call.Notice.ErasedFrom!.Value.AddDays(100);
        await own.Db(async db =>
        {
            var late = await db.Calls.SingleAsync(c => c.Id == call.Id);
            db.Entry(late).Property(c => c.ClosesOn).CurrentValue = last;
            db.Record(own.Clock.UtcNow(), Actor.System, Croisee.Experiences.Acts.CallExtended, late, "essai", late.OrganisationId);
            return await db.SaveChangesAsync();
        });
        own.Clock.Set(call.Notice.ErasedFrom.Value.EndOfParisDay());
        await Ran();
        Assert.NotNull(await own.Given.TheContactOf(held));
        Assert.Equal(ExperienceState.ApprovalAsked, await State());
        own.Clock.Set(last.EndOfParisDay().AddSeconds(1));
        await Ran();
        Assert.Null(await own.Given.TheContactOf(held));
        Assert.Equal(ExperienceState.Archived, await State());

        async Task Ran() { await own.Given.TheJobRan(Forget.Job); await own.Given.TheJobRan(AwaitedAnswers.Job); }
        Task<ExperienceState> State() => own.Db(db => db.Experiences.Where(e => e.Id == waiting.Id).Select(e => e.State).SingleAsync());
    }
}
