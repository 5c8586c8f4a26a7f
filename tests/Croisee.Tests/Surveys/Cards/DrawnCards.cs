using System.Buffers.Text;
using System.Text.Json;
using Croisee.People;
using Croisee.Surveys;
using Croisee.Surveys.Cards;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys.Cards;

/// <summary>Cards as a team prints them, and a card given as a browser with scripts gives it.</summary>
static class DrawnCards
{
    public static async Task<List<string>> Cards(this Place place, GivenSurvey given, int count)
    {
        using var desk = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, given.Survey.Organisation));
        var form = (await desk.Open($"/bureau/enquetes/{given.Survey.Reference}/codes/{given.Code}")).Form("Faire les cartes").Fill("Combien de cartes ?", $"{count}");
        if (!await place.Db(db => db.SurveyPlaces.Where(p => p.Code == given.Code).Select(p => p.WithCodes).SingleAsync())) form.Choose("Oui : dès maintenant");
        var made = await form.Send();
        return [.. made.Document.QuerySelectorAll(".cards .big").Select(Page.Text)];
    }

    /// <summary>What the server gives for a card and a blinded message: its signature; null and the page when it refuses.</summary>
    public static async Task<(byte[]? Signature, Page Page)> Ask(this Browser browser, GivenSurvey given, string card, byte[] blinded)
    {
        var page = await (await browser.Open($"/repondre/{given.Code}/code?vers=questions")).Form("Commencer").Fill("Le code de votre carte", card).Set("Form.Blinded", Base64Url.EncodeToString(blinded)).Send(follow: false);
        return page.Response.Content.Headers.ContentType?.MediaType == "application/json" ? (Base64Url.DecodeFromChars(JsonDocument.Parse(page.Source).RootElement.GetProperty("signature").GetString()), page) : (null, page);
    }

    /// <summary>The whole way of a browser with scripts, to the questions.</summary>
    public static async Task<Page> ByScript(this Browser browser, GivenSurvey given, string card)
    {
        var key = (await browser.Open($"/repondre/{given.Code}/code?vers=questions")).Document.QuerySelector("form[data-key]")!.GetAttribute("data-key")!;
        var blinder = new Blinder(Convert.FromBase64String(key));
        var (signature, _) = await browser.Ask(given, card, blinder.Blinded);
        Assert.NotNull(signature);
        browser.Keep(AnswerTicket.Name, Base64Url.EncodeToString(blinder.Message) + "." + Base64Url.EncodeToString(blinder.Unblind(signature)));
        return await browser.Open($"/repondre/{given.Code}/questions");
    }
}
