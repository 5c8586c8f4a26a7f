using Croisee.People;
using Croisee.Surveys;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Later;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Croisee.Tests.Surveys.Later.WayBack;

namespace Croisee.Tests.Surveys.Later;

/// <summary>Answers kept for later on a device that others use too, and by whoever reads slowly.</summary>
public sealed class KeptOnSharedDeviceTest(Place place) : IClassFixture<Place>
{
    async Task<string[]> Answers(string told)
    {
        var code = SpokenCode.Read(told)!;
        var id = AnswerDraft.IdOf(code);
        return (await place.Db(db => db.AnswerDrafts.AsNoTracking().SingleAsync(d => d.Id == id))).Open(code)!.Answers["savoir"];
    }

    /// <summary>On a device that several persons use: who left without a word about their code is not who answers now.</summary>
    [Fact]
    public async Task The_next_person_on_the_device_is_told_a_code_of_their_own()
    {
        var given = await place.Given.AnOpenSurvey();
        using var shared = place.Browser();
        async Task<string> Kept(string answer)
        {
            var page = await (await shared.Open($"/repondre/{given.Code}/pas-a-pas")).Form("Suivant").Choose(answer).Send();
            page = await page.Form("Garder pour plus tard").Send();
            Assert.Equal("Garder pour plus tard ?", page.Heading);
            return Code(await page.Form("Garder et voir mon code").Send());
        }
        var (first, second) = (await Kept("Oui"), await Kept("Non"));
        Assert.NotEqual(first, second);
        Assert.Equal(["OUN_NON"], await Answers(second));
        Assert.Equal(["OUN_OUI"], await Answers(first));
    }

    [Fact]
    public async Task Kept_on_a_shared_tablet_it_is_taken_up_at_home_as_at_home()
    {
        var given = await place.Given.AnOpenSurvey();
        using var tablet = place.Browser();
        var page = await (await tablet.Open($"/repondre/{given.Code}/pas-a-pas?par=borne")).Form("Suivant").Choose("Oui").Send();
        page = await (await page.Form("Garder pour plus tard").Send()).Form("Garder et voir mon code").Send();
        var code = Code(page);
        Assert.Contains("Cette tablette montre le code 4 minutes.", page.TextContent, StringComparison.Ordinal);
        // After four minutes it asks, without the code; whoever is still copying sees it again, as often as they want.
        for (var time = 0; time < 3; time++)
        {
            Assert.Equal($"240;url=/repondre/{given.Code}/garder?par=borne&note=demande", string.Join("", page.Response.Headers.GetValues("Refresh")));
            page = await tablet.Open($"/repondre/{given.Code}/garder?par=borne&note=demande");
            Assert.Equal(("Avez-vous noté le code ?", $"90;url=/repondre/{given.Code}?par=borne"), (page.Heading, string.Join("", page.Response.Headers.GetValues("Refresh"))));
            Assert.DoesNotContain(code[..5], page.TextContent, StringComparison.Ordinal);
            page = await page.Follow("Non, revoir le code");
            Assert.Equal(code, Code(page));
        }
        // Left there: the first page of the tablet forgets the code too.
        await tablet.Open($"/repondre/{given.Code}?par=borne");
        Assert.Equal("Garder pour plus tard ?", (await tablet.Open($"/repondre/{given.Code}/garder?par=borne")).Heading);
        // Nothing left to ask about: the first page.
        Assert.Equal($"/repondre/{given.Code}?par=borne", (await tablet.Open($"/repondre/{given.Code}/garder?par=borne&note=demande")).Path);
        using var home = place.Browser();
        page = await Resume(home, code);
        Assert.False(page.Response.Headers.Contains("Refresh"));
        await (await Passed(page)).Form("Envoyer mes réponses").Send();
        Assert.Equal("CAN_LIEN_PUBLIC", Assert.Single(await place.Db(db => db.AnswerSheets.AsNoTracking().Where(s => s.SurveyId == given.Survey.Id).ToListAsync())).Channel);
    }

    /// <summary>Whoever reads slowly loses nothing; and nobody makes a code of what somebody else left here.</summary>
    [Fact]
    public async Task Half_an_hour_before_the_question_whether_to_keep_them_loses_nothing()
    {
        var given = await place.Given.AnOpenSurvey();
        using var browser = place.Browser();
        var page = await (await browser.Open($"/repondre/{given.Code}/pas-a-pas")).Form("Suivant").Choose("Oui").Send();
        var asked = await page.Form("Garder pour plus tard").Send();
        place.Clock.Advance(StepAnswers.Life + TimeSpan.FromMinutes(1));
        var late = (await browser.Open($"/repondre/{given.Code}/garder")).Form("Garder et voir mon code");
        Assert.StartsWith("Vous n’avez encore rien répondu", Assert.Single((await late.Send()).Errors), StringComparison.Ordinal);
        Assert.Equal("Gardez ce code", (await asked.Form("Garder et voir mon code").Send()).Heading);
    }
}
