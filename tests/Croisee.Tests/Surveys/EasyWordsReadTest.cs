using Croisee.People;
using Croisee.Rules;
using Croisee.Surveys;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>Easy words say who read them: nobody, until persons concerned did (FAL-R1).</summary>
public sealed class EasyWordsReadTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task What_nobody_read_says_so_where_it_is_read()
    {
        var given = await place.Given.AnOpenSurvey();
        using var browser = place.Browser();
        foreach (var path in new[] { "?lecture=facile", "/questions?lecture=facile", "/pas-a-pas" })
            Assert.Contains("Langage clair (non relu)", Plain(await browser.Open($"/repondre/{given.Code}{path}")), StringComparison.Ordinal);
        Assert.DoesNotContain("Langage clair", Plain(await browser.Open($"/repondre/{given.Code}?lecture=courante")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_publishes_says_who_read_and_the_page_shows_it()
    {
        var given = await place.Given.AnOpenSurvey();
        using var office = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, given.Survey.Organisation));
        var page = await (await office.Open($"/bureau/questionnaires/{given.Questionnaire}/presentation")).Form("Enregistrer ces textes").Fill("Titre", "Mon avis compte encore").Send();
        page = await (await office.Open($"/bureau/questionnaires/{given.Questionnaire}/publier")).Form("Publier la version 2").Choose("Des personnes concernées l’ont lue").Fill("Combien de personnes", "1").Send();
        Assert.Contains("au moins 2 personnes", Plain(page), StringComparison.Ordinal);
        await page.Form("Publier la version 2").Fill("Combien de personnes", "4").Fill("Quel jour", "2026-01-15").Send();
        var revision = await place.Db(db => db.Revisions.AsNoTracking().Where(r => r.QuestionnaireId == given.Survey.QuestionnaireId).OrderByDescending(r => r.Number).FirstAsync());
        Assert.Equal((2, EasyWordsRead.Valid, 4, new DateOnly(2026, 1, 15)), (revision.Number, revision.EasyState, revision.EasyReaders, revision.EasyReadOn));
        Assert.StartsWith("FALC validé par 4 personnes le 15 janvier 2026", EasyWordsRead.Say(revision.EasyState, revision.EasyReaders, revision.EasyReadOn), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mark_without_readers_or_day_is_refused()
    {
        var now = new DateTime(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc);
        foreach (var easy in new[] { new EasyWordsRead(EasyWordsRead.Valid, 3), new EasyWordsRead(EasyWordsRead.Valid, 1, new(2026, 11, 1)), new EasyWordsRead(EasyWordsRead.Valid, 3, new(2026, 12, 1)), new EasyWordsRead("autre") })
            Assert.Throws<RuleBroken>(() => easy.Check(now));
        new EasyWordsRead(EasyWordsRead.Plain).Check(now);
    }

    static string Plain(Page page) => page.TextContent.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
