using Croisee.Data;
using Croisee.Experiences;
using Croisee.Journal;
using Croisee.Library.Publication;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>Authors may say « not published, and kept »; those who say nothing are reminded once, and their page archived when the work has ended (domain 1.6).</summary>
public sealed class AwaitedAnswersTest(Place place) : IClassFixture<Place>
{
    Task<ExperienceState> StateOf(GivenExperience given) => place.Db(db => db.Experiences.Where(e => e.Id == given.Id).Select(e => e.State).SingleAsync());

    [Fact]
    public async Task Keeps_without_publishing_when_its_authors_say_so_and_asks_again_when_they_change_their_mind()
    {
        var given = await place.Given.AnExperienceToApprove(await place.Given.AnOpenCall());
        using var author = await place.Given.AnAuthorOf(given);
        var page = await (await author.Open($"/suivre/fiche/{given.Reference}/accord")).Follow("Ne pas publier, garder archivée");
        var kept = await page.Form("Ne pas publier, garder archivée").Fill("Pourquoi ?", "Trop tôt pour l’équipe.").Send();
        Assert.Contains("Vous avez choisi de ne pas publier", kept.TextContent);
        Assert.Contains("Trop tôt pour l’équipe.", kept.TextContent);
        Assert.Equal(ExperienceState.Archived, await StateOf(given));
        Assert.Equal($"/suivre/fiche/{given.Reference}", (await author.Open($"/suivre/fiche/{given.Reference}/accord")).Path);
        await place.Given.ItPassed(given, ExperienceState.ApprovalAsked);
        Assert.Equal($"/suivre/fiche/{given.Reference}/accord", (await author.Open($"/suivre/fiche/{given.Reference}/accord")).Path);
    }

    [Fact]
    public async Task Offers_no_archive_for_a_page_that_everyone_reads()
    {
        var given = await place.Given.APublishedSheet(await place.Given.AnOpenCall());
        await place.Given.ItPassed(given, ExperienceState.ApprovalAsked);
        using var author = await place.Given.AnAuthorOf(given);
        Assert.Equal($"/suivre/fiche/{given.Reference}", (await author.Open($"/suivre/fiche/{given.Reference}/ne-pas-publier")).Path);
        Assert.DoesNotContain("garder archivée", (await author.Open($"/suivre/fiche/{given.Reference}/accord")).TextContent);
    }

    [Fact]
    public async Task Reminds_once_in_one_letter_then_archives_when_the_work_has_ended()
    {
        await using var own = new Place();
        await own.InitializeAsync();
        var call = await own.Given.AnOpenCall();
        var (one, two, alone, shown) = (await own.Given.AnExperienceToApprove(call, "La première"), await own.Given.AnExperienceToApprove(call, "La deuxième"), await own.Given.AnExperienceToApprove(call, "La troisième"), await own.Given.APublishedSheet(call, "La publiée"));
        await own.Given.ItPassed(shown, ExperienceState.ApprovalAsked);
        foreach (var given in new[] { one, two }) await own.Given.AContact(given, "ensemble@example.org");
        await own.Given.AContact(alone, "seule@example.org");
        await own.Given.TheJobIsMine(AwaitedAnswers.Job);
        await Days(29);
        Assert.Empty(await own.MailsTo("ensemble@example.org"));
        await Days(2);
        await Days(1);
        var letter = Assert.Single(await own.MailsTo("ensemble@example.org"));
        Assert.Contains("La première", letter.Text);
        Assert.Contains("La deuxième", letter.Text);
        Assert.Equal("Une page attend votre réponse", Assert.Single(await own.MailsTo("seule@example.org")).Subject);
        Assert.Equal(3, await own.Db(db => db.JournalEntries.CountAsync(e => e.Act == Croisee.Library.Acts.AuthorsReminded)));

        own.Clock.Set(call.Notice.KeptUntilDay!.Value.EndOfParisDay().AddSeconds(-1));
        await own.Given.TheJobRan(AwaitedAnswers.Job);
        Assert.Equal(4, await In(ExperienceState.ApprovalAsked));
        own.Clock.Advance(TimeSpan.FromSeconds(2));
        await own.Given.TheJobRan(AwaitedAnswers.Job);
        Assert.Equal((1, 3), (await In(ExperienceState.ApprovalAsked), await In(ExperienceState.Archived)));
        Assert.Contains("n’est pas publiée", (await own.MailsTo("seule@example.org"))[^1].Text);
        Assert.True(await own.Db(db => db.Experiences.AnyAsync(e => e.Id == shown.Id && e.ShownSince != null)));

        async Task Days(int days) { own.Clock.Advance(TimeSpan.FromDays(days)); await own.Given.TheJobRan(AwaitedAnswers.Job); }
        Task<int> In(ExperienceState state) => own.Db(db => db.Experiences.CountAsync(e => e.State == state));
    }
}
