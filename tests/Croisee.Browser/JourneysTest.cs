using System.Text.RegularExpressions;
using Croisee.Experiences;
using Croisee.Tests.House;
using Microsoft.Playwright;
using Xunit;

namespace Croisee.Browser;

/// <summary>What people come to do, from the first page to the last, with and without scripts.</summary>
public sealed class JourneysTest(Chromium chromium, SamplePlace place) : IClassFixture<SamplePlace>
{
    static readonly (string Step, (string, string)[] Answers)[] Steps =
    [
        ("structure", [("Form.OrganisationType", "ORG_STRUCT_PRO"), ("Form.OrganisationName", "Résidence des Glycines (fictive)"), ("Form.Sectors", "SEC_MS_EHPAD"), ("Form.Region", "R53")]),
        ("essentiel", [("Form.Title", "Une salle à manger choisie ensemble"), ("Form.Summary", "Les résidents et l’équipe ont refait la salle ensemble.")]),
        ("cadre", [("Form.Contexts", "CTX2_ACCOMPAGNEMENT"), ("Form.StartMonth", "03/2021"), ("Form.ActionState", "EA_EN_COURS")]),
        ("origine", [("Form.Story", "Les repas étaient bruyants, et le conseil l’a dit."), ("Form.Initiators", "INIT_PERSONNES"), ("Form.Goals[0]", "Manger au calme")]),
        ("participants", [("Form.Publics", "PUB_PERSONNES_AGEES"), ("Form.Persons", "TR_6_10"), ("Form.Professionals", "TR_1_5")]),
        ("deroulement", [("Form.Activities", "ACT_VIE_ETABLISSEMENT"), ("Form.ModalitiesText", "Trois ateliers, puis un essai d’un mois."), ("Form.Scales", "MESO"), ("Form.EffectsScale", "EFF_COLLECTIVE"), ("Form.Space", "ESP_REEL")]),
        ("participation", [("Form.Degree", "D4_CODECISION"), ("Form.DegreeReason", "Le plan retenu est celui du groupe.")]),
        ("moyens", [("Form.PersonsPreparation.Level", "PREP_INFO"), ("Form.PersonsTraining.Level", "PREP_AUCUNE"), ("Form.ProfessionalsTraining.Level", "PREP_AUCUNE"), ("Form.TrainedTogether", "false"), ("Form.Statuses", "ST_BENEVOLE"), ("Form.Recognition", "RCO_AUCUNE")]),
        ("effets", [("Form.ForPersons.Text", "On s’entend parler pendant le repas.")]),
        ("bilan", [("Form.Evaluation", "EVAL_NON")]),
    ];

    string Call => place.Sample.Side.Names[Thing.Call];

    [Theory, InlineData(true), InlineData(false)]
    public async Task Tells_an_experience_with_two_voices_and_follows_it(bool javaScript)
    {
        await using var first = await chromium.Visitor(place.Address, javaScript);
        var page = await first.NewPageAsync();
        await page.GotoAsync("/appels");
        await page.Locator($"main a[href='/appels/{Call}']").First.ClickAsync();
        await page.Locator($"main a[href='/deposer/{Call}']").First.ClickAsync();
        await page.Answer(("Form.Carrier", "ORG_STRUCT_PRO"), ("Form.Collective", "true"), ("Form.WithPersons", "true"), ("Form.WithProfessionals", "true"), ("Form.Voice", nameof(Voice.PersonConcerned)));
        await page.Press("Continuer");
        Assert.Equal("Gardez ce code : il ouvre votre expérience", await page.Heading());
        var code = await CodeOn(page);
        await page.Follow("J’ai noté le code, continuer");
        var draft = new Uri(page.Url).AbsolutePath;

        foreach (var (step, answers) in Steps)
        {
            await page.GotoAsync($"{draft}/{step}");
            await page.Answer(answers);
            await page.Press("Enregistrer et continuer");
            Assert.DoesNotContain(step == "bilan" ? "/bilan#" : $"/{step}", page.Url);
        }

        await page.GotoAsync(draft + "/auteurs");
        await page.Answer(("Form.Voice", nameof(Voice.Professional)));
        await page.Press("Faire un code pour cette personne");
        Assert.Equal("Remettez ce code à la personne", await page.Heading());
        await CoSign(await CodeOn(page), javaScript, draft);
        await Sign(page, draft);

        await page.GotoAsync(draft + "/contact");
        await page.Answer(("Form.Name", "Le conseil de la résidence"), ("Form.Email", "conseil@example.org"));
        await page.Press("Enregistrer");
        await page.GotoAsync(draft + "/relire");
        Assert.Equal("Relire et envoyer", await page.Heading());
        await page.Press("Envoyer");
        Assert.Equal("Votre expérience est arrivée", await page.Heading());
        await Follows(code, javaScript);
    }

    async Task CoSign(string code, bool javaScript, string draft)
    {
        await using var second = await chromium.Visitor(place.Address, javaScript);
        var page = await second.NewPageAsync();
        await EnterCode(page, code.ToUpperInvariant().Replace('-', ' '));
        Assert.EndsWith(draft, page.Url);
        await Sign(page, draft);
    }

    static async Task Sign(IPage page, string draft)
    {
        await page.GotoAsync(draft + "/signer");
        await page.Answer(("Form.Agree", "oui"));
        await page.Press("Signer");
        Assert.Contains("Votre signature est enregistrée.", await page.Locator(".flash").InnerTextAsync());
    }

    async Task Follows(string code, bool javaScript)
    {
        await using var third = await chromium.Visitor(place.Address, javaScript);
        var page = await third.NewPageAsync();
        await EnterCode(page, code);
        Assert.Contains("/suivre/fiche/", page.Url);
        Assert.Contains("L’équipe de l’appel vérifie", await page.Locator("main").InnerTextAsync());
    }

    static async Task EnterCode(IPage page, string code)
    {
        await page.GotoAsync("/suivre");
        await page.GetByLabel("Votre code").FillAsync(code);
        await page.Press("Voir où elle en est");
    }

    static async Task<string> CodeOn(IPage page) => string.Join('-', await page.Locator(".secret b").AllInnerTextsAsync());

    [Theory, InlineData(true), InlineData(false)]
    public async Task Enters_with_the_code_that_came_by_mail(bool javaScript)
    {
        var person = place.Sample.Of(ViewerKind.Nobody).Person!;
        await using var context = await chromium.Visitor(place.Address, javaScript);
        var mails = await context.NewPageAsync();
        await mails.GotoAsync("/demo/courriels");
        // A code asked for earlier is in the list too, and entering with it is refused.
        var before = await Codes().CountAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync("/connexion");
        await page.GetByLabel("Votre adresse de courriel").FillAsync(person.Email);
        await page.Press("Recevoir un code");
        var code = "";
        for (var tries = 0; tries < 60 && code.Length == 0; tries++, await Task.Delay(500))
        {
            await mails.GotoAsync("/demo/courriels");
            if (await Codes().CountAsync() == before) continue;
            await Codes().First.ClickAsync();
            var text = await mails.Locator("main").InnerTextAsync();
            if (text.Contains(person.Email, StringComparison.Ordinal)) code = Regex.Match(text, @"\d{3}[ \u00A0\u202F]\d{3}", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        }
        await page.BringToFrontAsync();
        await page.GetByLabel("Code à 6 chiffres").FillAsync(code);
        await page.Press("Entrer");
        Assert.DoesNotContain("/connexion", page.Url);
        Assert.Contains(person.DisplayName, await page.Locator("body").InnerTextAsync());
        ILocator Codes() => mails.Locator("main a").Filter(new() { HasText = "code" });
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Enters_the_demonstration_as_somebody(bool javaScript)
    {
        var person = place.Sample.Of(ViewerKind.Instance).Person!;
        await using var context = await chromium.Visitor(place.Address, javaScript);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/demo");
        await page.Press("Entrer comme " + person.DisplayName);
        Assert.EndsWith("/bureau", page.Url);
        await page.GotoAsync("/bureau/bilan");
        Assert.Equal("Bilan de l’instance", await page.Heading());
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Finds_a_sheet_by_a_word_and_a_choice(bool javaScript)
    {
        await using var context = await chromium.Visitor(place.Address, javaScript);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/repertoire");
        var search = page.Locator("main input[name=q]");
        await search.FillAsync("salles à manger");
        await search.PressAsync("Enter");
        await page.WaitForURLAsync("**/repertoire?*");
        await page.Locator($"main a[href^='/experiences/{place.Sample.Side.Names[Thing.Sheet]}']").First.ClickAsync();
        Assert.Contains("salle à manger", await page.Heading());
        await page.GotoAsync("/repertoire?q=zygomorphe");
        Assert.Equal(0, await page.Locator("main a[href^='/experiences/']").CountAsync());
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Votes_and_changes_the_vote(bool javaScript)
    {
        await using var context = await chromium.Visitor(place.Address, javaScript);
        var member = place.Sample.Of(ViewerKind.Member);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/demo");
        await page.Press("Entrer comme " + member.Person!.DisplayName);
        var vote = $"/deliberations/{place.Sample.Side.Names[Thing.Deliberation]}/vote";
        foreach (var (choice, motive) in new[] { ("Yes", "C’est une bonne raison de dire oui."), ("No", "Une autre raison fait dire non.") })
        {
            await page.GotoAsync(vote);
            await page.Answer(("Form.Vote", choice), ("Form.Motive", motive));
            await page.Press("Voter");
            Assert.Contains("vote", await page.Locator(".flash").InnerTextAsync());
        }
        await page.GotoAsync(vote);
        Assert.True(await page.Locator("[name='Form.Vote'][value=No]").IsCheckedAsync());
    }

    /// <summary>Tab, the space bar and Enter are enough, and what has the focus is always seen.</summary>
    [Theory, InlineData(true), InlineData(false)]
    public async Task Passes_the_first_questions_with_the_keyboard_alone(bool javaScript)
    {
        await using var context = await chromium.Visitor(place.Address, javaScript);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/deposer/{Call}");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Aller au contenu", (await page.Locator(":focus").InnerTextAsync()).Trim());
        await page.Keyboard.PressAsync("Enter");
        var ticked = new HashSet<string>();
        for (var tabs = 0; tabs < 60; tabs++)
        {
            await page.Keyboard.PressAsync("Tab");
            var focused = page.Locator(":focus");
            if (await focused.CountAsync() == 0) continue;
            Assert.True(await focused.IsVisibleAsync(), "The focus is on something that nobody sees.");
            var type = await focused.GetAttributeAsync("type");
            if (type == "radio" && await focused.GetAttributeAsync("name") is { } name && name != "Form.EntryMode" && ticked.Add(name)) await page.Keyboard.PressAsync("Space");
            if (ticked.Count == 5 && (await focused.TextContentAsync())?.Trim() == "Continuer") break;
        }
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(new Regex("/code(#.*)?$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Equal("Gardez ce code : il ouvre votre expérience", await page.Heading());
    }
}
