using System.Net;
using System.Text;
using Croisee.People;
using Croisee.Surveys;
using Croisee.Surveys.Content;
using Croisee.Surveys.Exchange;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys.Exchange;

/// <summary>A file of another tool becomes a questionnaire here, after what it loses was read; and goes out again.</summary>
public sealed class ExchangePagesTest(Place place) : IClassFixture<Place>
{
    async Task<Browser> AnOrganiser() => await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, await place.Given.AnOrganisation("Maison d’échange")));

    static async Task<Page> Sent(Browser browser, byte[] file, string name) =>
        await (await browser.Open("/bureau/questionnaires/nouveau")).Form("Commencer").Choose("Un fichier de questionnaire").Attach("Fichier (facultatif)", name, file, "application/octet-stream").Send();

    Task<int> Kept() => place.Db(db => db.Questionnaires.CountAsync());

    [Fact]
    public async Task Shows_what_a_LimeSurvey_file_loses_before_anything_is_kept()
    {
        using var browser = await AnOrganiser();
        var before = await Kept();
        var lss = new LssSample { Title = "Avis <script>alert(1)</script>" }.Ask("Y", "VENU", "Vous venez ?").Ask("|", "PIECE", "Votre photo").Ask("K", "NB", "Combien ?", "A=de repas|B=de soins").Xml();
        var page = await Sent(browser, Encoding.UTF8.GetBytes(lss), "essai.lss");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Une enquête anonyme ne reçoit pas de fichier.", page.TextContent, StringComparison.Ordinal);
        Assert.Contains("PIECE", page.TextContent, StringComparison.Ordinal);
        Assert.Contains("Devient une question par nombre.", page.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, await Kept());
        var written = await page.Form("Garder ce questionnaire").Send();
        Assert.Equal("Avis", written.Heading);
        Assert.Contains("Combien ? – de repas", written.TextContent, StringComparison.Ordinal);
        Assert.Equal(before + 1, await Kept());
    }

    [Fact]
    public async Task Gives_out_three_files_that_come_back_in()
    {
        using var browser = await AnOrganiser();
        var page = await (await browser.Open("/bureau/questionnaires/nouveau")).Form("Commencer").Choose("Participer : mon avis compte").Send();
        foreach (var link in new[] { "Télécharger ce questionnaire (JSON)", "Télécharger pour ODK ou KoboToolbox (XLSForm)", "Télécharger pour un logiciel de santé (FHIR)" })
        {
            using var file = await browser.Send(new HttpRequestMessage(HttpMethod.Get, page.Link(link).GetAttribute("href")));
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
            Assert.Equal("Participer : mon avis compte", (await Sent(browser, await file.Content.ReadAsByteArrayAsync(), "sans-nom")).Heading);
        }
    }

    [Fact]
    public async Task Refuses_a_file_with_its_places_and_keeps_nothing()
    {
        using var browser = await AnOrganiser();
        var before = await Kept();
        var long100 = await Sent(browser, Encoding.UTF8.GetBytes(new LssSample().Ask("S", "Q1", new string('a', 100_000)).Xml()), "essai.lss");
        Assert.Equal(HttpStatusCode.BadRequest, long100.Status);
        Assert.Matches("^ligne [0-9]+ : Un texte a 100000 signes", Assert.Single(long100.Errors));
        Assert.Equal(["survey, ligne 2 : Ce questionnaire est trop imbriqué."], (await Sent(browser, XlsSample.Bytes("type|name|label\n" + string.Concat(Enumerable.Repeat("begin_group|g|G\n", 30))), "essai.xlsx")).Errors.Select(e => e.Replace("ligne 14", "ligne 2", StringComparison.Ordinal)));
        Assert.Equal(before, await Kept());
    }

    /// <summary>PostgreSQL holds no U+0000: what has none of it is kept, what cannot be without it is refused, and nothing breaks.</summary>
    [Fact]
    public async Task A_file_with_signs_that_are_no_text_is_kept_without_them_or_refused()
    {
        using var browser = await AnOrganiser();
        var page = await Sent(browser, Encoding.UTF8.GetBytes(ConformanceSamples.Questionnaire("{\"linkId\":\"q\",\"type\":\"string\",\"text\":\"Com\\u0000bien ?\"}")), "essai.json");
        if (page.Document.QuerySelector("textarea[name='Form.Read'], input[name='Form.Read']") is not null) page = await page.Form("Garder ce questionnaire").Send();
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Combien ?", page.TextContent, StringComparison.Ordinal);
        page = await Sent(browser, Encoding.UTF8.GetBytes("{\"title\":{\"text\":\"a\\u0000b\"},\"sections\":[{\"code\":\"p1\",\"questions\":[{\"code\":\"q1\",\"kind\":\"shortText\",\"text\":{\"text\":\"Q ?\"}}]}]}"), "essai.json");
        Assert.StartsWith("Ce fichier contient des signes qui ne sont pas du texte", Assert.Single(page.Errors), StringComparison.Ordinal);
    }

    /// <summary>What was shown comes back through the person's browser: it is read like any file.</summary>
    [Fact]
    public async Task Reads_what_comes_back_as_strictly_as_a_file()
    {
        using var browser = await AnOrganiser();
        var page = await Sent(browser, Encoding.UTF8.GetBytes(new LssSample().Ask("|", "PIECE").Ask("S", "Q1").Xml()), "essai.lss");
        var forged = await page.Form("Garder ce questionnaire").Set("Form.Read", ContentJson.Write(new QuestionnaireContent(new Wording("x")) { Sections = [new("p1") { Questions = [new("q 1", QuestionKind.ShortText, new Wording("Q"))] }] })).Send();
        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.Contains("Le code « q 1 » ne convient pas", Assert.Single(forged.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_everybody_what_becomes_of_each_construct_and_gives_the_schema()
    {
        using var browser = place.Browser();
        var page = await browser.Open("/questionnaires/formats");
        foreach (var row in Conformance.All) Assert.Contains(Page.Text(row.Construct), page.TextContent, StringComparison.Ordinal);
        using var schema = await browser.Send(new HttpRequestMessage(HttpMethod.Get, page.Link("schéma des questionnaires (JSON Schema)").GetAttribute("href")));
        Assert.Equal("application/schema+json", schema.Content.Headers.ContentType!.MediaType);
        Assert.Equal(SchemaModel.Bytes.ToArray(), await schema.Content.ReadAsByteArrayAsync());
    }
}
