using System.Net;
using System.Text.Json;
using Croisee.Data;
using Croisee.Library;
using Croisee.Ui.Paper;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>The last news of a sheet are said wherever the sheet is: what stopped goes on nowhere.</summary>
public sealed class SheetNewsTest(Place place) : IClassFixture<Place>
{
    const string Said = "arrêtée en avril 2027";

    async Task<GivenExperience> AStoppedOne(string title)
    {
        place.Clock.Set(new DateTime(Math.Max(place.Clock.UtcNow().Ticks, new DateTime(2027, 6, 1, 10, 0, 0, DateTimeKind.Utc).Ticks), DateTimeKind.Utc));
        var given = await place.Given.APublishedSheet(await place.Given.AnOpenCall(), title, a => { a.Setting.ActionState = "EA_EN_COURS"; a.Essentials.EasySummary = "On mange ensemble.\nOn parle."; });
        await place.Given.Added(new News(given.Id, "essai", new(News.Stopped, Copied: true, What: "Des mots qui attendent.", Reason: "ARR_NSP", Stopped: new DateOnly(2027, 4, 1)), null, place.Clock.UtcNow()));
        return given;
    }

    static string Plain(string text) => text.Replace((char)0xa0, ' ').Replace((char)0x202f, ' ');

    [Fact]
    public async Task Are_in_brief_on_the_easy_pages_and_beside_the_state_in_a_comparison()
    {
        var (stopped, other) = (await AStoppedOne("Celle qui s’est arrêtée"), await place.Given.APublishedSheet(await place.Given.AnOpenCall(), "Celle qui continue"));
        using var anyone = place.Browser();
        var sheet = await anyone.Open("/experiences/" + stopped.Reference);
        var brief = Plain(Page.Text(sheet.Document.QuerySelector("aside dl.brief")));
        Assert.Contains(Said, brief);
        Assert.Contains("en cours quand la fiche a été écrite", brief);
        foreach (var path in new[] { "/facile", "/facile/page" }) Assert.Contains(Said, Plain((await anyone.Open($"/experiences/{stopped.Reference}{path}")).TextContent));
        var row = (await anyone.Open($"/repertoire/comparer?fiche={stopped.Reference}&fiche={other.Reference}")).Document.QuerySelectorAll("table.comparison tr").First(r => Page.Text(r.QuerySelector("th")) == "Ce qu’elle devient");
        Assert.Contains(Said, Plain(Page.Text(row)));
        Assert.Contains("en cours", Plain(Page.Text((await anyone.Open("/experiences/" + other.Reference)).Document.QuerySelector("aside dl.brief"))).ToLowerInvariant());
    }

    [Fact]
    public async Task Are_told_once_in_easy_mode_and_beside_a_dated_state_in_a_booklet()
    {
        var given = await AStoppedOne("Celle que l’on dit une fois");
        using var anyone = place.Browser();
        var (organisation, now) = (await place.Given.AnOrganisation(), place.Clock.UtcNow());
        var made = new Croisee.Library.Collections.Collection(Guid.CreateVersion7(), (await place.Given.AnAccount("Camille")).Id, "Un livret daté", null, now);
        made.Add([given.Id], now);
        made.Publish(organisation.Id, now);
        await place.Given.Added(made);
        var booklet = (await anyone.Open($"/dossiers/{made.Reference}/livret")).Document;
        Assert.Contains("État au dépôt", booklet.QuerySelectorAll("h4").Select(Page.Text));
        Assert.DoesNotContain("État", booklet.QuerySelectorAll("h4").Select(Page.Text));
        var easy = (await anyone.Open($"/experiences/{given.Reference}?lecture=facile")).Document;
        Assert.Single(easy.QuerySelectorAll("h2"), h => Plain(Page.Text(h)) == "Que devient cette expérience ?");
    }

    [Fact]
    public async Task Are_on_paper_and_a_paper_already_made_is_made_again()
    {
        if (place.App.Services.GetRequiredService<PaperFonts>().Set is null) return;
        var given = await AStoppedOne("Celle du papier");
        Assert.Contains(Said, await Pdf($"/experiences/{given.Reference}/pdf"));
        Assert.Contains(Said, await Pdf($"/experiences/{given.Reference}/facile/pdf"));
        place.Clock.Advance(TimeSpan.FromMinutes(1));
        await place.Given.Added(new News(given.Id, "encore", new(News.Alive), null, place.Clock.UtcNow()));
        Assert.Contains("toujours vivante", await Pdf($"/experiences/{given.Reference}/pdf"));
    }

    async Task<string> Pdf(string address)
    {
        using var browser = place.Browser();
        using var response = await browser.Send(new HttpRequestMessage(HttpMethod.Get, address));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var tools = new PaperTools(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        return Plain(await tools.Text()).ReplaceLineEndings(" ");
    }

    [Fact]
    public async Task Are_open_data_with_the_links_and_the_reading_of_the_easy_text()
    {
        var given = await AStoppedOne("Celle des données");
        var (method, now) = (new Method(MethodKind.Tool, "Le thermos du jeudi", place.Clock.UtcNow()), place.Clock.UtcNow());
        var (shown, waiting) = (new SheetLink(given.Id, "un", LinkRelation.Uses, MethodKind.Tool, "Le thermos du jeudi", null, now), new SheetLink(given.Id, "deux", LinkRelation.Uses, MethodKind.Tool, "Ce qui attend", null, now));
        shown.Tie(method);
        shown.Accept(now);
        await place.Given.Added(method, shown, waiting);
        using var anyone = place.Browser();
        var sheet = JsonDocument.Parse((await anyone.Open("/api/v1/fiches/" + given.Reference)).Source).RootElement;
        Assert.Equal((News.Stopped, "ARR_NSP", "2027-04", true), (sheet.GetProperty("nouvelles_etat")[0].GetString(), sheet.GetProperty("nouvelles_motif_arret")[0].GetString(), sheet.GetProperty("nouvelles_mois_arret").GetString(), sheet.GetProperty("nouvelles_copiee").GetBoolean()));
        Assert.Equal($"Utilise : Le thermos du jeudi (http://localhost/repertoire/methodes/{method.Reference})", Assert.Single(sheet.GetProperty("liens_publies").EnumerateArray()).GetString());
        Assert.Equal((EasyState.Plain, 0), (sheet.GetProperty("facile_etat")[0].GetString(), sheet.GetProperty("facile_accords").GetInt32()));
        Assert.DoesNotContain("Des mots qui attendent", sheet.GetRawText());
        Assert.Contains("nouvelles_etat", (await anyone.Open("/donnees-ouvertes/codes")).Source);
        Assert.Contains(News.Stopped, (await anyone.Open("/repertoire/fichier/csv")).Source);
        place.Clock.Advance(TimeSpan.FromMinutes(1));
        await place.Given.Added(new News(given.Id, "encore", new(News.Alive), null, place.Clock.UtcNow()));
        var table = (await anyone.Open("/donnees-ouvertes/nouvelles")).Source;
        Assert.Equal([News.Stopped, News.Alive], table.Split("\r\n").Select(l => l.Split(';').Select(c => c.Trim('"')).ToList()).Where(c => c[0] == given.Reference).Select(c => c[2]));
        Assert.DoesNotContain("Des mots qui attendent", table);
    }

    [Fact]
    public async Task Say_the_day_in_Paris_to_search_engines()
    {
        var day = DateOnly.FromDateTime(place.Clock.UtcNow()).AddDays(2);
        place.Clock.Set(new DateTime(day, new TimeOnly(23, 30), DateTimeKind.Utc));
        var given = await place.Given.APublishedSheet(await place.Given.AnOpenCall(), "Publiée la nuit");
        var data = (await place.Browser().Open("/experiences/" + given.Reference)).Document.QuerySelector("script[type='application/ld+json']")!.TextContent;
        Assert.Equal(day.AddDays(1).ToString("yyyy-MM-dd"), JsonDocument.Parse(data).RootElement.GetProperty("datePublished").GetString());
    }
}
