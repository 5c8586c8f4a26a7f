using Croisee.People;
using Croisee.Surveys.Content;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>A tablet on the table of a hall: whatever one touches, one stays in this survey, on this tablet.</summary>
public sealed class KioskTest(Place place) : IClassFixture<Place>
{
    static QuestionnaireContent InTwoLanguages
    {
        get
        {
            var content = (Given.EveryKind with { Languages = [new("ps", "پښتو", TranslationState.Draft, RightToLeft: true)] }).Translate("ps", key => key.StartsWith("e.s.", StringComparison.Ordinal) ? null : "نص " + key);
            return content with { Languages = [content.Languages[0] with { State = TranslationState.Validated }] };
        }
    }

    [Fact]
    public async Task A_language_chosen_on_a_shared_tablet_stays_on_the_tablet()
    {
        var given = await place.Given.AnOpenSurvey(content: InTwoLanguages);
        using var tablet = place.Browser();
        var page = await (await tablet.Open($"/repondre/{given.Code}?par=borne")).Follow("پښتو");
        Assert.Equal($"/repondre/{given.Code}?langue=ps&par=borne", page.Path);
        Assert.Contains("نص q.connu", (await page.Follow("نص e.m.commencer")).TextContent, StringComparison.Ordinal);
        Assert.Equal($"/repondre/{given.Code}?par=borne", page.Link("Français").GetAttribute("href"));
        // Whoever comes next finds neither the language nor the wording of whoever was there.
        var thanks = await tablet.Open($"/repondre/{given.Code}/merci?langue=ps&par=borne");
        Assert.Equal($"/repondre/{given.Code}?par=borne", thanks.Link("Terminé").GetAttribute("href"));
        // Ninety seconds to read it, and it says that it goes.
        Assert.Equal($"90;url=/repondre/{given.Code}?par=borne", string.Join("", thanks.Response.Headers.GetValues("Refresh")));
        Assert.Contains("se ferme toute seule dans une minute et demie", thanks.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Staff who open a tablet from the office leave it signed in: it says so and signs them out, before anybody answers.</summary>
    [Fact]
    public async Task A_tablet_that_is_signed_in_asks_nothing_before_it_is_signed_out()
    {
        var given = await place.Given.AnOpenSurvey();
        using var tablet = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, given.Survey.Organisation));
        foreach (var way in new[] { "borne", "?par=borne", "questions?par=borne" })
        {
            var told = await tablet.Open($"/repondre/{given.Code}{(way[0] == '?' ? "" : "/")}{way}");
            Assert.Equal("Cette tablette est connectée au bureau", told.Heading);
        }
        var page = await (await tablet.Open($"/repondre/{given.Code}/borne")).Form("Se déconnecter").Send();
        Assert.Equal($"/repondre/{given.Code}?par=borne", page.Path);
        Assert.Equal("Participer : mon avis compte", page.Heading);
        Assert.Equal("/connexion", (await tablet.Open("/bureau")).Path.Split('?')[0]);
        // Its own page does not send elsewhere.
        Assert.Equal("/", (await (await tablet.Open("/deconnexion")).Form("Oui, me déconnecter").Set("vers", "//ailleurs.example").Send()).Path);
    }

    /// <summary>Nobody signs in on a tablet to open it: a QR and an address of few signs do, and the team's own for a device without a network.</summary>
    [Fact]
    public async Task The_office_prints_how_to_open_a_tablet()
    {
        var given = await place.Given.AnOpenSurvey();
        using var desk = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, given.Survey.Organisation));
        var page = await (await desk.Open($"/bureau/enquetes/{given.Survey.Reference}")).Follow("Tablettes : QR et adresse – Résidence des Tilleuls");
        var addresses = page.Document.QuerySelectorAll(".poster .big").Select(Page.Text).ToList();
        Assert.EndsWith($"/repondre/{given.Code}/borne", addresses[0], StringComparison.Ordinal);
        Assert.EndsWith($"/repondre/{given.Code}/hors-ligne?equipe={given.Survey.TeamCodeOf(given.Place)}", addresses[1], StringComparison.Ordinal);
        Assert.Equal(2, page.Document.QuerySelectorAll(".poster svg.qr").Length);
        Assert.DoesNotContain((await desk.Open($"/bureau/enquetes/{given.Survey.Reference}")).Document.QuerySelectorAll("main a"), a => a.GetAttribute("href")!.Contains("par=borne", StringComparison.Ordinal));
        using var tablet = place.Browser();
        Assert.Equal($"/repondre/{given.Code}?par=borne", (await tablet.Open($"/repondre/{given.Code}/borne")).Path);
    }

    /// <summary>No language has words for that (PRX-R3): none is offered, and none that is asked for makes somebody answer for themselves.</summary>
    [Fact]
    public async Task Whoever_answers_in_a_persons_place_does_so_in_the_words_for_it()
    {
        var content = InTwoLanguages;
        var first = content.Sections[0].Questions[0];
        content = content with { Sections = [content.Sections[0] with { Questions = [first with { Text = first.Text with { Proxy = "D’après vous, votre proche connaît le conseil." } }, .. content.Sections[0].Questions.Skip(1)] }, .. content.Sections.Skip(1)] };
        var given = await place.Given.AnOpenSurvey(content: content);
        using var browser = place.Browser();
        Assert.DoesNotContain("پښتو", (await browser.Open($"/repondre/{given.Code}?pour=proche")).TextContent, StringComparison.Ordinal);
        var page = await browser.Open($"/repondre/{given.Code}?pour=proche&langue=ps");
        Assert.Contains("Vous répondez à la place d’une personne", page.TextContent, StringComparison.Ordinal);
    }

    /// <summary>From page to page by every link that there is, with a question answered on the way.</summary>
    [Fact]
    public async Task No_link_of_a_shared_tablet_leads_away_from_it()
    {
        var given = await place.Given.AnOpenSurvey(content: InTwoLanguages);
        using var tablet = place.Browser();
        var page = await (await (await tablet.Open($"/repondre/{given.Code}?par=borne")).Follow("Commencer")).Form("Passer cette question").Send();
        var (seen, left) = (new HashSet<string>(), new Queue<string>([$"/repondre/{given.Code}?par=borne", page.Path, $"/repondre/{given.Code}/pas-a-pas/fin?par=borne", $"/repondre/{given.Code}/merci?par=borne", $"/repondre/{given.Code}/encore-la?par=borne", $"/repondre/{given.Code}/effacer?par=borne"]));
        while (left.TryDequeue(out var path))
        {
            if (!seen.Add(path) || seen.Count > 80) continue;
            foreach (var link in (await tablet.Open(path)).Document.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!).Where(h => h[0] != '#'))
            {
                Assert.StartsWith($"/repondre/{given.Code}", link, StringComparison.Ordinal);
                Assert.Contains("par=borne", link, StringComparison.Ordinal);
                left.Enqueue(link);
            }
        }
        Assert.InRange(seen.Count, 10, 80);
    }
}
