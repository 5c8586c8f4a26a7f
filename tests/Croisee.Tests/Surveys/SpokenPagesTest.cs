using System.Net;
using Croisee.Data;
using Croisee.Surveys.Content;
using Croisee.Words;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>
/// Every page that somebody who answers may meet, in each language of the house and in one that a team translated whole: no sentence of the house is left in French, in no text, no label, no
/// refusal, and the page says which language it speaks.
/// </summary>
[Trait("kind", "slow")]
public sealed class SpokenPagesTest(Place place) : IClassFixture<Place>
{
    const string Purpose = "Le conseil choisira trois choses à changer.", Agreed = "Le conseil, le 3 mai.", Contact = "L’accueil, au 01 00 00 00 00.";

    /// <summary>One that the house does not speak.</summary>
    const string Taught = "snk";

    public static TheoryData<string> Tags => [.. HouseTongues.All.Select(t => t.Tag), Taught];

    static QuestionnaireContent In(string tag)
    {
        var tongue = Tongues.Find(tag)!;
        var content = Given.EveryKind with
        {
            About = new Wording("De quoi il s’agit."), Thanks = new Wording("Merci à tous."), Credit = new Credit { Author = "Résidence", Licence = "CC BY" },
            Languages = [new(tag, tongue.Own, TranslationState.Draft, tongue.RightToLeft)],
        };
        var (before, second) = (content.Sections[0], content.Sections[1]);
        // Every way of saying when a question is put.
        Condition[] conditions = [new Answered("lieux"), new Not(new Answered("lieux")), new Counted("lieux", Comparison.AtLeast, 1), new Not(new Counted("lieux", Comparison.Less, 1)), new Not(new Compared("avis_1", Comparison.AtLeast, 3)), new AllOf([new Chosen("connu", "OUN_OUI"), new AnyOf([new Not(new Chosen("lieux", "SALON")), new Answered("ordre")])])];
        content = content with { Sections = [before, second with { Questions = [.. second.Questions.Select((q, i) => i < conditions.Length ? q with { ShownIf = conditions[i] } : q)] }, new("dire") { Questions = [new("libre", QuestionKind.LongText, new Wording("Dites-le.")) { Required = true }, new("trois", QuestionKind.Multiple, new Wording("Lesquels ?")) { Least = 2, Most = 3, Options = [new("UN", new Wording("Un")), new("DEUX", new Wording("Deux")), new("TROIS", new Wording("Trois")), new("QUATRE", new Wording("Quatre"))] }, new("age", QuestionKind.Number, new Wording("Quel âge ?")) { Least = 18, Most = 120 }, new("quand", QuestionKind.Day, new Wording("Quel jour ?"))] }] };
        string Said(string text) => tag switch { "ar" => "نص " + text.GetHashCode(StringComparison.Ordinal).ToString("D", System.Globalization.CultureInfo.InvariantCulture), "en" => "text " + Math.Abs(text.GetHashCode(StringComparison.Ordinal)), _ => "§ " + text };
        var missing = content.TextsIn(tag).Concat(content.AroundIn(tag)).Where(t => t.Said is null).ToDictionary(t => t.Key, t => t.French, StringComparer.Ordinal);
        var whole = content.Translate(tag, key => missing.TryGetValue(key, out var french) ? Said(french) : null);
        return whole with { Languages = [whole.Languages[0] with { State = TranslationState.Validated }] };
    }

    readonly List<string> faults = [];
    readonly HashSet<string> written = [Purpose, Agreed, Contact, "L’accueil", "Résidence des Tilleuls", "Résidence", "CC BY", "Votre avis compte", "Ada Nom"];

    Page Look(Page page, string tag, HttpStatusCode status = HttpStatusCode.OK)
    {
        Assert.Equal((page.Path, status), (page.Path, page.Status));
        var html = page.Document.DocumentElement;
        if (html.GetAttribute("lang") != tag || html.GetAttribute("dir") is "rtl" != Tongues.Find(tag)!.RightToLeft) faults.Add($"{page.Path} says to be in « {html.GetAttribute("lang")} »");
        faults.AddRange(SpokenPages.Foreign(page, tag, written));
        return page;
    }

    static async Task<Page> Post(Browser browser, Page from, string action, params (string Name, string Value)[] fields)
    {
        var token = from.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var body = fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).Append(KeyValuePair.Create("__RequestVerificationToken", token));
        var response = await browser.Send(new(HttpMethod.Post, action) { Content = new FormUrlEncodedContent(body) });
        return (int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } next ? await browser.Open(next.ToString()) : await Page.Read(browser, action, response);
    }

    void Done() => Assert.True(faults.Count == 0, string.Join("\n", faults.Distinct().Take(60)));

    [Theory, MemberData(nameof(Tags))]
    public async Task Nothing_is_left_in_french_from_the_first_page_to_the_last(string tag)
    {
        var given = await place.Given.AnOpenSurvey(content: In(tag));
        written.Add(given.Survey.Organisation.Name);
        var (home, asked) = ($"/repondre/{given.Code}", $"?langue={tag}");
        using var browser = place.Browser();
        Look(await browser.Open(home + asked), tag);
        Look(await browser.Open($"{home}/donnees-personnelles{asked}"), tag);
        // All on one page: refused, warned, kept, stopped.
        var page = Look(await browser.Open($"{home}/questions{asked}"), tag);
        var key = page.Document.QuerySelector("[name='Form.Key']")!.GetAttribute("value")!;
        Look(await Post(browser, page, $"{home}/questions{asked}", ("Form.Key", key)), tag, HttpStatusCode.BadRequest);
        Look(await Post(browser, page, $"{home}/questions{asked}", ("Form.Key", key), ("Form.Mode", "pirate"), ("r.connu", "OUN_OUI"), ("r.lieux", "SALON"), ("r.lieux", "NSP"), ("r.ordre.REPAS", "1"), ("r.ordre.SOINS", "1"), ("r.libre", "_NVPR"), ("r.libre", "oui"), ("r.trois", "UN"), ("r.age", "7"), ("r.quand", "hier")), tag, HttpStatusCode.BadRequest);
        Look(await Post(browser, page, $"{home}/questions{asked}", ("Form.Key", key), ("r.connu", "OUN_NON"), ("r.connu", "OUN_OUI"), ("r.lieux", "AILLEURS"), ("r.ordre.REPAS", "9"), ("r.libre", new string('a', 2001)), ("r.trois", "UN"), ("r.trois", "DEUX"), ("r.trois", "TROIS"), ("r.trois", "QUATRE"), ("r.age", "beaucoup")), tag, HttpStatusCode.BadRequest);
        Look(await Post(browser, page, $"{home}/questions{asked}", ("Form.Key", key), ("r.connu", "OUN_PIRATE"), ("r.libre", "a"), ("r.libre", "b"), ("r.age", "700")), tag, HttpStatusCode.BadRequest);
        written.Add("0612345678");
        Look(await Post(browser, page, $"{home}/questions{asked}", ("Form.Key", key), ("r.connu", "OUN_NON"), ("r.libre", "Appelez le 0612345678")), tag, HttpStatusCode.BadRequest);
        Look(await Post(browser, page, $"{home}/garder{asked}", ("faire", "demander"), ("r.connu", "OUN_OUI")), tag);
        Look(await Post(browser, page, $"{home}/garder{asked}", ("faire", "demander")), tag, HttpStatusCode.BadRequest);
        Look(await Post(browser, page, $"{home}/effacer{asked}", ("faire", "arreter"), ("r.connu", "OUN_OUI")), tag);
        Look(await browser.Open($"{home}/effacer{asked}&fait=oui"), tag);
        // Kept with a code, and taken up again.
        var told = Look(await Post(browser, page, $"{home}/garder{asked}", ("r.connu", "OUN_OUI")), tag);
        Look(await browser.Open($"{home}/garder{asked}&par=borne"), tag);
        Look(await browser.Open($"{home}/garder{asked}&par=borne&note=demande"), tag);
        // One by one.
        page = Look(await browser.Open($"{home}/pas-a-pas/connu{asked}"), tag);
        Look(await Post(browser, page, $"{home}/pas-a-pas/connu{asked}"), tag, HttpStatusCode.BadRequest);
        Look(await Post(browser, page, $"{home}/pas-a-pas/connu{asked}", ("faire", "garder")), tag, HttpStatusCode.BadRequest);
        page = Look(await Post(browser, page, $"{home}/pas-a-pas/connu{asked}", ("r.connu", "OUN_OUI")), tag);
        Look(await browser.Open($"{home}/pas-a-pas{asked}"), tag);
        foreach (var field in given.Content.Fields.Select(f => f.Code))
        {
            var step = await browser.Open($"{home}/pas-a-pas/{field}{asked}");
            if (step.Path.Contains(field, StringComparison.Ordinal)) Look(step, tag);
        }
        foreach (var (field, wrong) in new[] { ("lieux", "AILLEURS"), ("quand", "hier"), ("age", "zéro") }) Look(await Post(browser, page, $"{home}/pas-a-pas/{field}{asked}", ("r." + field, wrong)), tag, HttpStatusCode.BadRequest);
        page = Look(await browser.Open($"{home}/pas-a-pas/fin{asked}"), tag);
        Look(await Post(browser, page, $"{home}/pas-a-pas/fin{asked}", ("Form.Mode", "pirate")), tag, HttpStatusCode.BadRequest);
        Look(await browser.Open($"{home}/effacer{asked}"), tag);
        Look(await Post(browser, page, $"{home}/pas-a-pas/fin{asked}", ("Form.Key", page.Document.QuerySelector("[name='Form.Key']")!.GetAttribute("value")!)), tag);
        Look(await browser.Open($"{home}/pas-a-pas{asked}&efface=envoye"), tag);
        Look(await browser.Open($"{home}/pas-a-pas{asked}&efface=oui"), tag);
        Assert.NotNull(told);
        Done();
    }

    [Theory, MemberData(nameof(Tags))]
    public async Task Nor_with_a_helper_on_a_tablet_with_a_card_on_a_device_or_with_a_name(string tag)
    {
        var (content, asked) = (In(tag), $"?langue={tag}");
        var given = await place.Given.AnOpenSurvey(content: content);
        written.Add(given.Survey.Organisation.Name);
        var home = $"/repondre/{given.Code}";
        using var browser = place.Browser();
        // Who helps.
        var page = Look(await browser.Open($"{home}/aider{asked}"), tag);
        Look(await Post(browser, page, $"{home}/aider{asked}"), tag, HttpStatusCode.BadRequest);
        Look(await Post(browser, page, $"{home}/aider{asked}", ("Form.Helper", "aide_pair"), ("Form.Where", "entretien"), ("Form.Charter", "oui")), tag);
        Look(await browser.Open($"{home}/aider{asked}&par=telephone-aide_proche"), tag);
        Look(await browser.Open($"{home}/pas-a-pas/connu{asked}&par=entretien-aide_pair"), tag);
        // A shared tablet.
        Look(await browser.Open($"{home}{asked}&par=borne"), tag);
        Look(await browser.Open($"{home}/pas-a-pas/connu{asked}&par=borne"), tag);
        Look(await browser.Open($"{home}/encore-la{asked}&par=borne&vers=connu"), tag);
        Look(await browser.Open($"{home}/merci{asked}&par=borne"), tag);
        // A device without a network.
        page = Look(await browser.Open($"{home}/hors-ligne{asked}"), tag);
        Look(await Post(browser, page, $"{home}/hors-ligne{asked}"), tag, HttpStatusCode.BadRequest);
        page = Look(await Post(browser, page, $"{home}/hors-ligne{asked}", ("Form.Helper", "aide_pair"), ("Form.Charter", "oui")), tag);
        Assert.NotNull(page.Document.QuerySelector("[data-words]")?.GetAttribute("data-words"));
        // A card.
        var cards = await place.Given.AnOpenSurvey(content: content, cards: true);
        written.Add(cards.Survey.Organisation.Name);
        page = Look(await browser.Open($"/repondre/{cards.Code}/code{asked}"), tag);
        Look(await Post(browser, page, $"/repondre/{cards.Code}/code{asked}"), tag, HttpStatusCode.BadRequest);
        Look(await Post(browser, page, $"/repondre/{cards.Code}/code{asked}", ("Form.Code", "abcdefghjk")), tag, HttpStatusCode.BadRequest);
        Look(await Post(browser, page, $"/repondre/{cards.Code}/questions{asked}", ("r.connu", "OUN_NON"), ("r.libre", "a")), tag, HttpStatusCode.BadRequest);
        Look(await browser.Open($"/repondre/{cards.Code}/hors-ligne{asked}"), tag);
        Look(await browser.Open($"/repondre/{cards.Code}/effacer{asked}&fait=oui"), tag);
        // A name.
        var signed = await place.Given.AnOpenSurvey(content: content, agreed: Agreed);
        written.Add(signed.Survey.Organisation.Name);
        foreach (var part in new[] { "", "/donnees-personnelles", "/merci", "/code", "/aider", "/hors-ligne" }) Look(await browser.Open($"/repondre/{signed.Code}{part}{asked}"), tag);
        page = Look(await browser.Open($"/repondre/{signed.Code}/questions{asked}"), tag);
        Look(await Post(browser, page, $"/repondre/{signed.Code}/questions{asked}", ("r.connu", "OUN_NON"), ("r.libre", "a")), tag, HttpStatusCode.BadRequest);
        // Over.
        var over = await place.Given.AnOpenSurvey(content: content, closesOn: place.Clock.ParisToday());
        written.Add(over.Survey.Organisation.Name);
        page = await browser.Open($"/repondre/{over.Code}/questions{asked}");
        place.Clock.Advance(TimeSpan.FromDays(2));
        Look(await browser.Open($"/repondre/{over.Code}{asked}"), tag);
        Look(await Post(browser, page, $"/repondre/{over.Code}/questions{asked}", ("r.connu", "OUN_NON"), ("r.libre", "a")), tag, HttpStatusCode.BadRequest);
        Done();
    }

    /// <summary>Before the survey is known: the house's own languages, offered on the page.</summary>
    [Fact]
    public async Task Nor_where_a_code_is_typed()
    {
        foreach (var tongue in HouseTongues.All)
        {
            using var browser = place.Browser();
            foreach (var path in new[] { "/repondre", "/repondre/reprendre" })
            {
                var page = Look(await (await browser.Open(path)).Follow(tongue.Own), tongue.Tag);
                Look(await Post(browser, page, page.Path), tongue.Tag, HttpStatusCode.BadRequest);
                foreach (var code in new[] { "zzzzzz", "abcde-fghjk" }) Look(await Post(browser, page, page.Path, ("Form.Code", code)), tongue.Tag, HttpStatusCode.BadRequest);
            }
            Look(await browser.Open($"/repondre/reprendre?fait=efface&langue={tongue.Tag}"), tongue.Tag);
        }
        Done();
    }

    /// <summary>What looks for French finds it: the same pages without their language.</summary>
    [Fact]
    public async Task A_french_page_is_found_out()
    {
        var given = await place.Given.AnOpenSurvey(content: In("ar"));
        using var browser = place.Browser();
        var page = await browser.Open($"/repondre/{given.Code}/pas-a-pas/connu");
        Assert.True(SpokenPages.Of(page).Count(s => s.Lang == "fr") > 10);
        Assert.True(SpokenPages.Foreign(page, "ar", []).Count() > 10);
        var arabic = await browser.Open($"/repondre/{given.Code}/pas-a-pas/connu?langue=ar");
        var button = arabic.Document.QuerySelector("form.step button")!;
        Assert.Empty(SpokenPages.Foreign(arabic, "ar", []));
        foreach (var (tag, french) in new[] { ("ar", "Suivant"), ("ar", "Laissez-moi seul"), ("en", "Suivant"), ("en", "Passer cette question"), ("snk", "Revenir") })
        {
            arabic.Document.DocumentElement.SetAttribute("lang", tag);
            button.TextContent = french;
            Assert.Contains(SpokenPages.Foreign(arabic, tag, []), fault => fault.EndsWith(french, StringComparison.Ordinal));
        }
    }
}
