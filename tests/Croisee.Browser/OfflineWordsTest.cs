using Croisee.Surveys.Content;
using Croisee.Tests;
using Microsoft.Playwright;
using Xunit;

namespace Croisee.Browser;

/// <summary>In whose words a device asks, and in whose signs it is answered.</summary>
public sealed class OfflineWordsTest(Chromium chromium, RoamingPlace place) : Carried(chromium, place), IClassFixture<RoamingPlace>
{
    /// <summary>The device and the server read the same numbers, whichever keyboard wrote them, and leave texts alone.</summary>
    [Fact]
    public async Task A_device_reads_the_digits_of_other_languages_as_the_server_does()
    {
        var given = await Place.Given.AnOpenSurvey();
        var (context, page) = await Prepare(given);
        await using var _ = context;
        string[] typed = ["٣", "۱۲", "\u200F٧\u061C", "১০", "߅", "８", "-۴", "12", "٣١/٠٥/٢٠٢٧", "trois", "𝟗"];
        var read = await page.EvaluateAsync<string[]>("""
            async typed => {
              const { saidIn } = await import('/js/device-plan.js');
              const form = document.createElement('form'), box = document.createElement('input');
              box.name = 'r.n';
              form.append(box);
              const said = kind => typed.map(words => { box.value = words; return saidIn(form, 'n', { kind }).join(); });
              return [...said('Number'), ...said('ShortText')];
            }
            """, typed);
        Assert.Equal(["3", "12", "7", "10", "5", "8", "-4", "12", "31/05/2027", "trois", "9", .. typed], read);
        var number = new AnswerField("n", new("n", QuestionKind.Number, new Wording("?")), null);
        foreach (var (words, there) in typed.Zip(read)) Assert.Equal([there], ReadAnswers.Of(number, _ => [words]).Given["n"]);
    }

    /// <summary>Without a network too, a relative is asked in words for that: the page was kept with the others.</summary>
    [Fact]
    public async Task A_device_asks_who_answers_in_a_persons_place_in_their_words()
    {
        var given = await Place.Given.AnOpenSurvey(content: new(new Wording("Essai")) { Sections = [new("p") { Questions = [new("savoir", QuestionKind.Scale, new Wording("Je sais à qui parler.") { Proxy = "D’après vous, votre proche sait à qui parler." }) { Scale = "V-OUINON" }] }] });
        var (context, page) = await Prepare(given);
        await using var _ = context;
        await context.SetOfflineAsync(true);
        await page.GetByText("Un proche, à sa place").ClickAsync();
        await page.GetByText("Ces réponses seront comptées à part.").WaitForAsync();
        await page.Press("Commencer avec une personne");
        await page.GetByText("D’après vous, votre proche sait à qui parler.").WaitForAsync();
        await page.Press("Laissez-moi seul");
        await page.Answer(("r.savoir", "OUN_OUI"));
        await page.Press("Suivant");
        await page.Press("Garder mes réponses");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Merci. Vos réponses sont gardées." }).WaitForAsync();
        await context.SetOfflineAsync(false);
        await page.Press("Rendre l’appareil");
        await page.GetByText("Aucune réponse en attente, une envoyée.").WaitForAsync();
        Assert.Equal("proche_a_la_place", Assert.Single(await Sheets(given)).Mode);
    }
}
