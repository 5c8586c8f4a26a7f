using System.Buffers.Text;
using System.Numerics;
using System.Security.Cryptography;
using Croisee.Surveys;
using Croisee.Surveys.Cards;
using Croisee.Tests;
using Croisee.Tests.Surveys.Cards;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Croisee.Browser;

/// <summary>Answers kept for another day, and a card that becomes a ticket the server never saw: in the browser, scripts on and off, on a telephone's width.</summary>
public sealed class LaterJourneyTest(Chromium chromium, RoamingPlace place) : IClassFixture<RoamingPlace>
{
    const string Thanks = "Merci, vos réponses sont arrivées";
    const int Telephone = 320;

    /// <summary>Where scripts are on: axe is one.</summary>
    static async Task Look(IPage page, bool javaScript)
    {
        if (!javaScript) return;
        Assert.Empty(await page.Judged());
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The page is wider than the screen.");
    }

    static async Task<string> Kept(IPage page, bool javaScript)
    {
        Assert.Equal("Gardez ce code", await page.Heading());
        await Look(page, javaScript);
        return Croisee.Tests.Page.Text(await page.Locator(".secret").InnerTextAsync());
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Keeps_its_answers_and_goes_on_elsewhere(bool javaScript)
    {
        var given = await place.Given.AnOpenSurvey();
        string code;
        await using (var tablet = await chromium.Visitor(place.Address, javaScript, width: Telephone))
        {
            var page = await tablet.NewPageAsync();
            await page.GotoAsync($"/repondre/{given.Code}/pas-a-pas");
            await page.Answer(("r.savoir", "OUN_OUI"));
            await page.Press("Suivant");
            await page.Press("Garder pour plus tard");
            await Look(page, javaScript);
            await page.Press("Garder et voir mon code");
            code = await Kept(page, javaScript);
            await page.GotoAsync($"/repondre/{given.Code}/pas-a-pas");
            Assert.Equal("Question 1 sur 8", await page.Heading());
            Assert.False(await page.Locator("[name='r.savoir'][value=OUN_OUI]").IsCheckedAsync());
        }
        await using var telephone = await chromium.Visitor(place.Address, javaScript, width: Telephone);
        var next = await telephone.NewPageAsync();
        await next.GotoAsync($"/repondre/{given.Code}");
        await next.Follow("J’ai un code pour reprendre mes réponses");
        if (javaScript)
        {
            // As the QR code on the screen does: the code stands where no browser sends it.
            await next.GotoAsync($"/repondre/reprendre#{code.Replace(' ', '-')}");
            await Assertions.Expect(next.GetByLabel("Votre code pour reprendre")).ToHaveValueAsync(code.Replace(' ', '-'));
            Assert.Equal("", new Uri(next.Url).Fragment);
        }
        else await next.GetByLabel("Votre code pour reprendre").FillAsync(code);
        await Look(next, javaScript);
        await next.Press("Reprendre");
        Assert.Equal("Question 2 sur 8", await next.Heading());
        while ((await next.Heading()).StartsWith("Question", StringComparison.Ordinal)) await next.Press("Passer cette question");
        await next.Press("Envoyer mes réponses");
        Assert.Equal(Thanks, await next.Heading());
        Assert.Contains("OUN_OUI", Assert.Single(await Sheets(given)).Answers, StringComparison.Ordinal);
    }

    Task<List<AnswerSheet>> Sheets(GivenSurvey given) => place.Db(db => db.AnswerSheets.AsNoTracking().Where(s => s.SurveyId == given.Survey.Id).ToListAsync());

    /// <summary>Refused once and taken the next time: the form that follows is answered by a page, never by what the script reads.</summary>
    [Fact]
    public async Task A_card_that_is_taken_after_a_refusal_leads_to_the_questions()
    {
        var given = await place.Given.AnOpenSurvey();
        var card = (await place.Cards(given, 1))[0];
        await using var context = await chromium.Visitor(place.Address, width: Telephone);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/repondre/{given.Code}/questions");
        await page.GetByLabel("Le code de votre carte").FillAsync(card);
        await page.RouteAsync("**/code?vers=questions", route => route.FulfillAsync(new() { Status = 400, Body = "" }), new() { Times = 1 });
        await page.GetByRole(AriaRole.Button, new() { Name = "Commencer" }).ClickAsync();
        await page.WaitForURLAsync("**/questions");
        Assert.Equal("Participer : mon avis compte", await page.Heading());
    }

    /// <summary>With scripts, what the browser sends with the card and what comes back hold no part of the ticket; without, the server draws it. Either answers once.</summary>
    [Theory, InlineData(true), InlineData(false)]
    public async Task Turns_a_card_into_a_ticket(bool javaScript)
    {
        var given = await place.Given.AnOpenSurvey();
        var card = (await place.Cards(given, 1))[0];
        await using var context = await chromium.Visitor(place.Address, javaScript, width: Telephone);
        var page = await context.NewPageAsync();
        List<string> sent = [], back = [];
        page.Request += (_, request) => { if (request.Method == "POST") sent.Add(Uri.UnescapeDataString(request.PostData ?? "")); };
        await page.GotoAsync($"/repondre/{given.Code}/questions");
        await page.GetByLabel("Le code de votre carte").FillAsync("aaaaa-aaaaa");
        await page.Press("Commencer");
        await page.Locator(".error-summary").WaitForAsync();
        await Look(page, javaScript);
        await page.GetByLabel("Le code de votre carte").FillAsync(card);
        if (javaScript)
        {
            // The first reply gets lost on the way: the card is not.
            await page.RouteAsync("**/code?vers=questions", async route => { await route.FetchAsync(); await route.AbortAsync(); }, new() { Times = 1 });
            await page.GetByRole(AriaRole.Button, new() { Name = "Commencer" }).ClickAsync();
            await page.GetByText("Votre carte n’est pas perdue.").WaitForAsync();
            await Look(page, javaScript);
            // What comes back is written down before the page has it: then the page leaves, and the browser forgets what it got.
            await page.RouteAsync("**/code?vers=questions", async route =>
            {
                try
                {
                    var reply = await route.FetchAsync();
                    back.Add(await reply.TextAsync());
                    await route.FulfillAsync(new() { Response = reply });
                }
                catch (PlaywrightException) { /* The second of two taps, when the page has left already. */ }
            });
            // A hand that trembles taps twice.
            await page.GetByRole(AriaRole.Button, new() { Name = "Commencer" }).DblClickAsync();
            await page.WaitForURLAsync("**/questions");
        }
        else await page.Press("Commencer");
        Assert.Equal("Participer : mon avis compte", await page.Heading());
        var ticket = (await context.CookiesAsync()).Single(c => c.Name == AnswerTicket.Name);
        Assert.Equal(!javaScript, ticket.HttpOnly);
        if (javaScript)
        {
            Assert.Contains(sent, s => s.Contains("Form.Blinded", StringComparison.Ordinal));
            Assert.NotEmpty(back);
            // What it sent is not what was signed: it was blinded.
            using var key = RSA.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(await place.Db(db => db.Set<TicketKey>().Where(k => k.PlaceId == given.Place.Id).Select(k => k.PublicKey).SingleAsync())), out var read);
            BigInteger Of(byte[] bytes) => new(bytes, isUnsigned: true, isBigEndian: true);
            var numbers = key.ExportParameters(false);
            var encoded = BigInteger.ModPow(Of(Base64Url.DecodeFromChars(ticket.Value.Split('.')[1])), Of(numbers.Exponent!), Of(numbers.Modulus!));
            Assert.DoesNotContain(sent, s => s.Contains(Base64Url.EncodeToString(encoded.ToByteArray(isUnsigned: true, isBigEndian: true))[4..40], StringComparison.Ordinal));
            foreach (var part in ticket.Value.Split('.')) Assert.DoesNotContain(sent.Concat(back), s => s.Contains(part[..32], StringComparison.Ordinal));
        }
        await page.Answer(("r.savoir", "OUN_NON"));
        await page.Press("Envoyer mes réponses");
        Assert.Equal(Thanks, await page.Heading());
        Assert.DoesNotContain(await context.CookiesAsync(), c => c.Name == AnswerTicket.Name);
        Assert.Single(await Sheets(given));
        var spent = await place.Db(db => db.SpentTickets.Where(t => t.PlaceId == given.Place.Id).Select(t => t.Id).SingleAsync());
        Assert.Equal(new Guid(SHA256.HashData(Base64Url.DecodeFromChars(ticket.Value.Split('.')[0])).AsSpan(0, 16)), spent);
    }
}
