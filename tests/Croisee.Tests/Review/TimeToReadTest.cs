using System.Globalization;
using System.Net;
using Croisee.Data;
using Croisee.Experiences;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.People;
using Croisee.Review;
using Croisee.Words;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Review;

/// <summary>Three weeks do not suit every call, nor every pair: each call says how long one reads, and a pair gets more time, of which both readers are told.</summary>
public sealed class TimeToReadTest(Place place) : IClassFixture<Place>
{
    static string Typed(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    async Task<(Call Call, GivenGroup Group, Browser Team)> Ready()
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation, $"Un appel {Rules.Reference.New()}");
        var group = await place.Given.AGroupOf(organisation, 1, 1);
        await place.Given.ItReadsFor(group, call);
        return (call, group, await place.Given.APerson("Organise", Role.Organiser, organisation));
    }

    Task<DateOnly> DueOn(GivenExperience given) => place.Db(db => db.Pairs.Where(p => p.ExperienceId == given.Id).Select(p => p.DueOn).SingleAsync());

    [Fact]
    public async Task Is_said_for_a_call_and_counts_for_the_pairs_made_from_then_on()
    {
        var (call, group, team) = await Ready();
        var (before, _) = await place.Given.AnExperienceReadBy(group, call, 0, 1, "Celle d’avant");
        var page = await team.Open($"/bureau/appels/{call.Slug}/groupe");
        Assert.Equal("21", page.Form("Enregistrer ce délai").Value("Jours pour lire"));
        foreach (var wrong in new[] { "6", "181", "" }) Assert.Equal(HttpStatusCode.BadRequest, (await page.Form("Enregistrer ce délai").Fill("Jours pour lire", wrong).Send()).Status);
        Assert.Contains("Le temps pour lire est enregistré", (await page.Form("Enregistrer ce délai").Fill("Jours pour lire", "45").Send()).TextContent, StringComparison.Ordinal);
        var later = await place.Given.ASubmittedExperience(call, "Celle d’après");
        await place.Given.ItPassed(later, ExperienceState.Admissible);
        await (await team.Open($"/groupes/{group.Group.Reference}/repartition")).Form("Répartir en un clic").Send();
        Assert.Equal((place.Clock.ParisToday().AddDays(21), place.Clock.ParisToday().AddDays(45)), (await DueOn(before), await DueOn(later)));
        team.Dispose();
    }

    [Fact]
    public async Task Is_given_to_a_late_pair_with_a_word_to_both_and_takes_it_back_from_the_group()
    {
        var (call, group, team) = await Ready();
        var (given, pair) = await place.Given.AnExperienceReadBy(group, call, 0, 1, "La lente");
        await place.Given.TheyRead(pair, group.Seat(0).Id, Given.ACoding());
        place.Clock.Advance(TimeSpan.FromDays(ReadingGroup.DaysToRead + 1));
        using var organiser = await place.Given.APerson("Organise plus tard", Role.Organiser, await place.Db(db => db.Organisations.SingleAsync(o => o.Id == call.OrganisationId)));
        using var member = await place.Given.SignedIn(group.Members[1]);
        var path = $"/groupes/{group.Group.Reference}/repartition/{given.Reference}/delai";
        Assert.Equal(HttpStatusCode.NotFound, (await member.Open(path)).Status);
        var page = await (await organiser.Open($"/groupes/{group.Group.Reference}/repartition")).Follow("Donner plus de temps : La lente");
        Assert.Equal(path, page.Path);
        var (today, form) = (place.Clock.ParisToday(), page.Form("Donner ce temps"));
        foreach (var wrong in new[] { today, today.AddDays(-3), today.AddDays(ReadingGroup.DaysMax + 1) }) Assert.Equal(HttpStatusCode.BadRequest, (await form.Fill("Nouveau dernier jour, inclus", Typed(wrong)).Send()).Status);
        var day = today.AddDays(10);
        Assert.Contains("Les deux lecteurs sont prévenus", (await form.Fill("Nouveau dernier jour, inclus", Typed(day)).Fill("Raison", "Les congés.").Send()).TextContent, StringComparison.Ordinal);
        await form.Send();
        Assert.Equal(day, await DueOn(given));
        foreach (var reader in group.Members)
            Assert.Single(await place.Db(db => db.Set<Notice>().Where(n => n.To == reader.Email && n.Line.Contains("plus de temps")).ToListAsync()), n => n.Line.Contains(day.Short(), StringComparison.Ordinal));
        Assert.Equal("Les congés.", await place.Db(db => db.JournalEntries.Where(e => e.SubjectId == given.Id && e.Act == Croisee.Review.Acts.TimeGiven).Select(e => e.Reason).SingleAsync()));
        Assert.False((await place.Db(db => db.Pairs.AsNoTracking().SingleAsync(p => p.Id == pair.Id))).MayGoToGroup(today));
        team.Dispose();
    }
}
