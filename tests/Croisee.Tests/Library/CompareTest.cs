using System.Net;
using AngleSharp.Dom;
using Croisee.Library;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>Two to four sheets side by side over HTTP: chosen without a script, told in words, gone with a withdrawal.</summary>
[Trait("kind", "slow")]
public sealed class CompareTest(Place place) : IClassFixture<Place>
{
    const string Path = "/repertoire/comparer";

    async Task<List<string>> Two(string mark, Action<Croisee.Experiences.Answers.Account>? first = null, Action<Croisee.Experiences.Answers.Account>? second = null)
    {
        var call = await place.Given.AnOpenCall();
        var (a, b) = (await place.Given.APublishedSheet(call, $"{mark} au jardin", first), await place.Given.APublishedSheet(call, $"{mark} au marché", second));
        return [a.Reference, b.Reference];
    }

    Task<Page> Compare(params IEnumerable<string> references) => place.Browser().Open($"{Path}?{string.Join('&', references.Select(r => "fiche=" + r))}");

    static IElement Row(Page page, string label) => page.Document.QuerySelectorAll("table.comparison tr").First(r => Page.Text(r.QuerySelector("th[scope=row]")) == label);

    [Fact]
    public async Task Puts_two_sheets_side_by_side_and_says_the_differences()
    {
        var two = await Two("Comparer", a => { a.Changes.Brakes = ["FREIN_TEMPS", "FREIN_MOYENS"]; a.Structure.Region = "R53"; }, b => { b.Changes.Brakes = ["FREIN_TEMPS"]; b.Structure.Region = "R11"; });
        var page = await Compare(two);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("Les deux.", Page.Text(Row(page, "Manque de temps").QuerySelectorAll("td").Last()));
        Assert.Equal("Seule A.", Page.Text(Row(page, Croisee.Framework.Vocabularies.Find("FREIN_MOYENS")!.Label).QuerySelectorAll("td").Last()));
        Assert.Equal(["Oui", "pas celui-ci"], Row(page, Croisee.Framework.Vocabularies.Find("FREIN_MOYENS")!.Label).QuerySelectorAll("td").Take(2).Select(Page.Text));
        Assert.Equal("A : Bretagne. B : Île-de-France.", Page.Text(Row(page, "Région").QuerySelectorAll("td").Last()));
        Assert.Equal("Les deux disent la même chose.", Page.Text(Row(page, "Degré le plus élevé").QuerySelectorAll("td").Last()));
        var turned = await Compare(two[1], two[0]);
        Assert.Equal("A : Île-de-France. B : Bretagne.", Page.Text(Row(turned, "Région").QuerySelectorAll("td").Last()));
        var only = await page.Follow("Ne montrer que les différences");
        Assert.DoesNotContain("Les deux disent la même chose.", only.TextContent);
        Assert.Contains("A : Bretagne.", only.TextContent);
    }

    [Fact]
    public async Task Puts_side_by_side_what_changed_for_whom_and_how_far_each_step_went()
    {
        var two = await Two("Étapes", a => { a.Participation.ByStage = new() { ["ETP_CONCEPTION"] = "D3_CONCERTATION" }; (a.Changes.ForPersons.Text, a.Changes.ForPersons.SeenBy) = ("Nous sortons plus.", "PDV_PERSONNES"); },
            b => { b.Participation.ByStage = new() { ["ETP_CONCEPTION"] = "D2_CONSULTATION" }; b.Changes.ForPersons.Text = "On se connaît."; b.Lessons.Elsewhere = "Il faut une salle."; b.Origin.Goals = ["Se parler"]; });
        var page = await Compare(two);
        var stage = page.Document.QuerySelectorAll("table.comparison tr").Single(r => Page.Text(r.QuerySelector("th[scope=row]")).StartsWith("Degré : ", StringComparison.Ordinal));
        Assert.StartsWith("A : Concertation", Page.Text(stage.QuerySelectorAll("td").Last()), StringComparison.Ordinal);
        Assert.Contains("Nous sortons plus.", Page.Text(Row(page, "Pour les personnes concernées").QuerySelectorAll("td")[0]));
        Assert.Contains("Selon : ", Page.Text(Row(page, "Pour les personnes concernées").QuerySelectorAll("td")[0]));
        Assert.Equal("Il faut une salle.", Page.Text(Row(page, "Pour faire pareil ailleurs").QuerySelectorAll("td")[1]));
        Assert.Contains("Se parler", Page.Text(Row(page, "Objectifs").QuerySelectorAll("td")[1]));
    }

    [Fact]
    public async Task A_sheet_that_ticked_no_brake_is_silent_and_not_different()
    {
        var two = await Two("Silence", a => a.Changes.Brakes = [], b => b.Changes.Brakes = ["FREIN_TEMPS", "FREIN_MOYENS"]);
        var page = await Compare(two);
        Assert.Equal("A ne dit aucun frein.", Page.Text(Row(page, "Freins").QuerySelectorAll("td").Last()));
        Assert.Equal(["non dit", "Oui"], Row(page, "Manque de temps").QuerySelectorAll("td").Take(2).Select(Page.Text));
        Assert.Equal("", Page.Text(Row(page, "Manque de temps").QuerySelectorAll("td").Last()));
        Assert.Contains("sans différence", page.Document.QuerySelectorAll("nav[aria-labelledby=sommaire] li").Select(Page.Text).Single(l => l.StartsWith("Ce qui a freiné", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_what_people_told_to_be_read_and_counts_it_as_no_difference()
    {
        var two = await Two("Récit", a => a.Changes.BrakesText = "Personne ne venait.", b => b.Changes.BrakesText = "Le bus ne passait plus.");
        var page = await Compare(two);
        var brakes = page.Document.QuerySelectorAll("nav[aria-labelledby=sommaire] li").Select(Page.Text).Single(l => l.StartsWith("Ce qui a freiné", StringComparison.Ordinal));
        Assert.EndsWith(", 1 récit à lire", brakes);
        Assert.DoesNotContain("0 différence", brakes);
        var (same, lines) = (page.Document.QuerySelectorAll("table.comparison tr.alike").Length, page.Document.QuerySelectorAll("table.comparison tbody tr").Length);
        var told = page.Document.QuerySelectorAll("table.comparison tbody tr").Count(r => Page.Text(r.QuerySelector("th")) is "Raconté" or "Proposition, décision, suite" or "Un conseil à d’autres" or "Pour les personnes concernées" or "Pour les professionnels" or "Pour la structure" or "Objectifs" or "Pour faire pareil ailleurs");
        Assert.Contains($"sur {lines - told}. Et {told} récit", page.TextContent.Replace((char)0xa0, ' '));
    }

    [Fact]
    public async Task Leads_to_each_part_and_shows_one_at_a_time_when_asked()
    {
        var two = await Two("Partie", a => a.Changes.Brakes = ["FREIN_TEMPS"], b => b.Changes.Brakes = ["FREIN_MOYENS"]);
        var page = await Compare(two);
        var toc = page.Document.QuerySelectorAll("nav[aria-labelledby=sommaire] li a").ToList();
        Assert.Equal(page.Document.QuerySelectorAll("table.comparison").Length, toc.Count);
        Assert.All(toc, a => Assert.NotNull(page.Document.QuerySelector(a.GetAttribute("href")!)));
        var one = await page.Follow("Lire une partie à la fois");
        Assert.Single(one.Document.QuerySelectorAll("table.comparison"));
        Assert.Single(one.Document.QuerySelectorAll("nav[aria-labelledby=sommaire] [aria-current=true]"));
        var brakes = await one.Follow("Ce qui a freiné");
        Assert.Equal(["Ce qui a freiné"], brakes.Document.QuerySelectorAll("section:has(table.comparison) h2").Select(Page.Text));
        Assert.Contains("Seule A.", brakes.TextContent);
        Assert.Contains("partie=ce-qui-a-freine", (await brakes.Follow("Ne montrer que les différences")).Path);
        Assert.Single(brakes.Document.QuerySelectorAll("main a"), a => Page.Text(a).StartsWith("Partie suivante : ", StringComparison.Ordinal));
        Assert.True((await brakes.Follow("Montrer toutes les parties")).Document.QuerySelectorAll("table.comparison").Length > 2);
        var wrong = await place.Browser().Open($"{Path}?fiche={two[0]}&fiche={two[1]}&partie=inconnue");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.NotEmpty(wrong.Document.QuerySelectorAll("table.comparison"));
    }

    [Fact]
    public async Task Is_chosen_from_the_list_from_a_sheet_and_from_what_is_near()
    {
        var two = await Two("Choisir");
        var list = await place.Browser().Open("/repertoire?q=choisir");
        var boxes = list.Document.QuerySelectorAll("input[name=fiche]").ToList();
        Assert.True(boxes.Count >= 2);
        Assert.All(boxes, b => Assert.StartsWith("Comparer :", Page.Text(b.Closest("label"))));
        Assert.Equal("get", list.Document.QuerySelector("form#comparer")!.GetAttribute("method"));
        Assert.Equal(Path, list.Document.QuerySelector("form#comparer")!.GetAttribute("action"));

        var alone = await (await place.Browser().Open("/experiences/" + two[0])).Follow("Comparer avec une autre fiche");
        Assert.Equal(HttpStatusCode.OK, alone.Status);
        Assert.Contains("Il faut au moins deux fiches", alone.TextContent);
        var found = await alone.Form("Chercher").Fill("Mots, lieu ou structure", "choisir marché").Send();
        var both = await found.Follow("Ajouter « Choisir au marché »");
        Assert.Contains($"fiche={two[0]}&fiche={two[1]}", both.Path);
        Assert.NotEmpty(both.Document.QuerySelectorAll("table.comparison"));

        var near = (await place.Browser().Open("/experiences/" + two[0])).Document.QuerySelector("section[aria-labelledby=proches]")!;
        var reasons = near.QuerySelectorAll(".result .meta").Select(Page.Text).ToList();
        Assert.NotEmpty(reasons);
        Assert.All(reasons, r => Assert.Matches("^(Même|Mots)", r));
        Assert.DoesNotContain(near.QuerySelectorAll("h3 a"), a => a.GetAttribute("href") == "/experiences/" + two[0]);
    }

    [Fact]
    public async Task Keeps_only_the_tombstone_of_a_sheet_withdrawn_since_and_suggests_it_no_more()
    {
        var call = await place.Given.AnOpenCall();
        var gone = await place.Given.APublishedSheet(call, "Celle qui sera ôtée", a => { Alike(a); a.Changes.BrakesText = "Personne ne venait."; });
        var stays = await place.Given.APublishedSheet(call, "Celle qui demeure", Alike);
        static void Alike(Croisee.Experiences.Answers.Account a) => (a.Essentials.Summary, a.Changes.Brakes) = ("Zinzolin polichinelle, polichinelle zinzolin, ripopée zinzoline.", ["FREIN_TEMPS", "FREIN_MOYENS"]);
        var anyone = place.Browser();
        var path = $"{Path}?fiche={gone.Reference}&fiche={stays.Reference}";
        for (var twice = 0; twice < 2; twice++) Assert.Contains("Personne ne venait.", (await anyone.Open(path)).TextContent);
        var sheet = await anyone.Open("/experiences/" + stays.Reference);
        await (await (await place.Given.AnAuthorOf(gone)).Open($"/suivre/fiche/{gone.Reference}/retrait")).Form("Retirer").Send();
        var after = await anyone.Open(path);
        Assert.Equal(HttpStatusCode.OK, after.Status);
        Assert.Contains("Celle qui sera ôtée Retirée le", after.TextContent);
        Assert.DoesNotContain("Personne ne venait", after.Source);
        Assert.Empty(after.Document.QuerySelectorAll("table.comparison"));
        var again = await anyone.Open("/experiences/" + stays.Reference);
        Assert.DoesNotContain("Celle qui sera ôtée", again.TextContent);
        // What they share is theirs alone: the one was suggested beside the other, so the page that is known is another one now.
        Assert.Contains("Celle qui sera ôtée", sheet.TextContent);
        using var stale = new HttpRequestMessage(HttpMethod.Get, "/experiences/" + stays.Reference);
        stale.Headers.TryAddWithoutValidation("If-None-Match", sheet.Response.Headers.ETag!.ToString());
        Assert.NotEqual(HttpStatusCode.NotModified, (await anyone.Send(stale)).StatusCode);
    }

    [Fact]
    public async Task Answers_odd_choices_clearly()
    {
        await SomeLibrary.In(place);
        var some = await place.Db(db => db.Sheets.AsNoTracking().Where(s => s.WithdrawnAt == null).Select(s => s.Reference).Take(5).ToListAsync());
        var five = await Compare(some);
        Assert.Equal(HttpStatusCode.BadRequest, five.Status);
        Assert.Contains("On compare quatre fiches au plus", five.TextContent);
        var four = await five.Form("Comparer").Send();
        Assert.Equal((HttpStatusCode.OK, 4), (four.Status, four.Document.QuerySelectorAll(".compared li").Length));
        Assert.DoesNotContain("Ajouter une fiche", four.TextContent);

        var unknown = await Compare(some[0], some[1], "zzzzzzzz");
        Assert.Equal(HttpStatusCode.BadRequest, unknown.Status);
        Assert.Contains("Aucune fiche n’a le numéro zzzzzzzz", unknown.TextContent);
        Assert.NotEmpty(unknown.Document.QuerySelectorAll("table.comparison"));
        var twice = await Compare(some[0], some[0]);
        Assert.Equal(HttpStatusCode.OK, twice.Status);
        Assert.Contains("choisie deux fois", twice.TextContent);
        Assert.Equal(HttpStatusCode.OK, (await Compare()).Status);
        foreach (var odd in new[] { "?fiche=" + new string('a', 7_000), "?fiche=%00%FF", "?seulement=tout", "?" + string.Concat(Enumerable.Range(1000, 400).Select(n => $"fiche=aaaa{n}&")), "?q=" + new string('b', 5_000) })
            Assert.Equal(HttpStatusCode.BadRequest, (await place.Browser().Open(Path + odd)).Status);
    }
}
