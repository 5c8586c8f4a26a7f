using System.Net;
using Croisee.Experiences;
using Croisee.Journal;
using Croisee.People;
using Croisee.Review;
using Xunit;

namespace Croisee.Tests.Review;

/// <summary>Who reads an experience opens its files; who does not, learns nothing of them.</summary>
public sealed class FilesForReadersTest(Place place) : IClassFixture<Place>
{
    async Task<(GivenGroup Group, GivenExperience Experience, Pair Pair, string File, Organisation Organisation)> AReading(string title)
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation, title);
        var group = await place.Given.AGroupOf(organisation, 2, 2);
        await place.Given.ItReadsFor(group, call);
        var (experience, pair) = await place.Given.AnExperienceReadBy(group, call, 0, 2, title);
        return (group, experience, pair, await place.Given.AFileOf(experience), organisation);
    }

    async Task<HttpStatusCode> Opens(Person person, string path)
    {
        using var browser = await place.Given.SignedIn(person);
        return (await browser.Open(path)).Status;
    }

    [Fact]
    public async Task Opens_the_files_to_the_pair_as_a_download_that_no_browser_runs()
    {
        var (group, experience, _, file, _) = await AReading("Des pièces pour le binôme");
        foreach (var member in new[] { 0, 2 })
        {
            using var reader = await place.Given.SignedIn(group.Members[member]);
            var page = await reader.Open($"/lectures/{experience.Reference}");
            Assert.Contains("Documents et photos", page.TextContent);
            Assert.Contains(page.Document.QuerySelectorAll("a"), a => a.GetAttribute("href") == file);
            using var download = await reader.Send(new HttpRequestMessage(HttpMethod.Get, file));
            Assert.Equal(HttpStatusCode.OK, download.StatusCode);
            Assert.Equal("nosniff", download.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("attachment", download.Content.Headers.ContentDisposition!.DispositionType);
            Assert.Equal("Le plan de la salle.\n", await download.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Keeps_the_files_from_members_who_do_not_read_until_the_pair_has_finished()
    {
        var (group, experience, _, file, organisation) = await AReading("Des pièces pour plus tard");
        var path = $"/groupes/{group.Group.Reference}/experiences/{experience.Reference}";
        using var other = await place.Given.SignedIn(group.Members[1]);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Open(file)).Status);
        Assert.DoesNotContain("plan.txt", (await other.Open(path)).Source);
        await place.Given.ItPassed(experience, ExperienceState.Analysed);
        Assert.Equal(HttpStatusCode.OK, (await other.Open(file)).Status);
        Assert.Contains("plan.txt", (await other.Open(path)).Source);
        var stranger = (await place.Given.AGroupOf(organisation, 1, 1)).Members[0];
        Assert.Equal(HttpStatusCode.NotFound, await Opens(stranger, file));
        Assert.Equal(HttpStatusCode.NotFound, (await place.Browser().Open(file)).Status);
    }

    [Fact]
    public async Task Closes_the_files_to_a_reader_who_declared_a_link()
    {
        var (group, experience, pair, file, _) = await AReading("Une pièce et un lien");
        await place.Db(async db =>
        {
            var recusal = new ReadingRecusal(experience.Id, group.Seat(1), "Elle y travaille.", null, place.Clock.GetUtcNow().UtcDateTime);
            db.Add(recusal);
            db.Record(place.Clock.GetUtcNow().UtcDateTime, Actor.System, "essai", recusal);
            return await db.SaveChangesAsync();
        });
        await place.Given.ItPassed(experience, ExperienceState.Analysed);
        Assert.Equal(HttpStatusCode.NotFound, await Opens(group.Members[1], file));
        Assert.Equal(HttpStatusCode.OK, await Opens(group.Members[3], file));
    }

    [Fact]
    public async Task Closes_the_files_when_the_experience_is_withdrawn()
    {
        var (group, experience, _, file, _) = await AReading("Une pièce retirée");
        await place.Given.ItPassed(experience, ExperienceState.Withdrawn);
        Assert.Equal(HttpStatusCode.NotFound, await Opens(group.Members[0], file));
    }
}
