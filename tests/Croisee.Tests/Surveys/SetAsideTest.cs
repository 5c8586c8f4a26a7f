using Croisee.Data;
using Croisee.People;
using Croisee.Surveys;
using Croisee.Surveys.Aside;
using Croisee.Surveys.Results;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>S23: answers that look stuffed are set aside, by place and day or by place, and counted again when somebody entitled says so; both numbers are told.</summary>
public sealed class SetAsideTest(Place place) : IClassFixture<Place>
{
    int looks;

    async Task<Page> Results(string path)
    {
        await place.Given.TheJobRan(PublishFigures.Job);
        using var browser = place.Browser();
        return await browser.Open($"{path}?vue={looks++}");
    }

    static string Of(GivenSurvey given) => $"/enquetes/{given.Survey.Reference}/resultats";

    async Task<Browser> Team(GivenSurvey given) => await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, given.Survey.Organisation));

    static async Task<Page> PutAside(Browser team, GivenSurvey given, string reason, string? day = null, string? at = null)
    {
        var form = (await team.Open($"/bureau/enquetes/{given.Survey.Reference}/mises-a-part")).Form("Mettre à part").Select("Lieu", at ?? given.Place.Name).Fill("Raison", reason);
        if (day is not null) form.Set("Form.Day", day);
        return await form.Send();
    }

    [Fact]
    public async Task A_day_is_set_aside_before_it_counts_and_counted_again_with_reasons_that_the_journal_keeps()
    {
        var given = await place.Given.AnOpenSurvey();
        using var team = await Team(given);
        var today = place.Clock.ParisToday();
        await place.Given.TheyAnswered(given, 20, choice: i => i % 2);
        Assert.Contains("Nous avons reçu de 20 à 24 réponses", (await Results(Of(given))).TextContent, StringComparison.Ordinal);

        await place.Given.TheyAnswered(given, 30, choice: _ => 1);
        Assert.NotEmpty((await PutAside(team, given, "")).Errors);
        var page = await PutAside(team, given, "Un même texte recopié trente fois.", $"{today:yyyy-MM-dd}");
        Assert.Contains("Un même texte recopié trente fois.", page.TextContent, StringComparison.Ordinal);
        page = await Results(Of(given));
        Assert.Contains("Nous avons reçu de 20 à 24 réponses", page.TextContent, StringComparison.Ordinal);
        Assert.Contains("Mises à part, sans être comptées : de 30 à 34 réponses.", page.TextContent.Replace('\u00A0', ' ').Replace('\u202F', ' '), StringComparison.Ordinal);
        Assert.Contains("environ 50", page.TextContent, StringComparison.Ordinal);
        using (var reader = place.Browser()) Assert.Contains(";mises_a_part;30;34;", (await reader.Open($"/enquetes/{given.Survey.Reference}/fichier/csv")).Source, StringComparison.Ordinal);
        // A paper has somebody who answers for it: it is not of the link.
        Assert.Equal(30, await place.Db(db => db.AnswerSheets.CountAsync(s => s.SurveyId == given.Survey.Id && !s.Counted)));

        page = await (await team.Open($"/bureau/enquetes/{given.Survey.Reference}/mises-a-part")).Follow($"Les compter de nouveau – {given.Place.Name}, {Croisee.Words.FrenchDates.Short(today)}");
        page = await page.Form("Les compter de nouveau").Fill("Raison", "C’était une journée portes ouvertes.").Send();
        Assert.Contains("comptées de nouveau le", page.TextContent, StringComparison.Ordinal);
        page = await Results(Of(given));
        Assert.Contains("Nous avons reçu de 50 à 54 réponses", page.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Mises à part", page.TextContent, StringComparison.Ordinal);
        var reasons = await place.Db(db => db.JournalEntries().Where(e => e.SubjectId == given.Survey.Id && (e.Act == Croisee.Surveys.Acts.SetAside || e.Act == Croisee.Surveys.Acts.CountedAgain)).OrderBy(e => e.At).Select(e => e.Reason).ToListAsync());
        Assert.Equal(["Un même texte recopié trente fois.", "C’était une journée portes ouvertes."], reasons);
    }

    [Fact]
    public async Task A_whole_place_leaves_every_figure_and_comes_back_as_it_was()
    {
        var given = await place.Given.AnOpenSurvey(otherPlaces: ["Foyer du Port", "Foyer du Pont", "Foyer du Pré"]);
        using var team = await Team(given);
        for (var at = 0; at < 4; at++) await place.Given.TheyAnswered(given, 20, atPlace: at, choice: i => at == 0 ? 1 : 0);
        var before = await Results(Of(given));
        Assert.Contains("Nous avons reçu de 80 à 84 réponses", before.TextContent, StringComparison.Ordinal);
        // Nobody answers meanwhile: the place goes all the same.
        await PutAside(team, given, "Le code a circulé.");
        var without = await Results(Of(given));
        Assert.Contains("Nous avons reçu de 60 à 64 réponses", without.TextContent, StringComparison.Ordinal);
        Assert.Contains("de 20 à 24 réponses. Elles semblent envoyées en trop.", without.TextContent, StringComparison.Ordinal);
        var own = await Results($"/repondre/{given.Code}/resultats");
        Assert.Contains("Mises à part", own.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("%", own.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        // What comes meanwhile waits, and twice is said once.
        Assert.Contains("C’est déjà mis à part.", (await PutAside(team, given, "Encore.")).Errors);
        var aside = await place.Db(db => db.SetAsides.SingleAsync(a => a.SurveyId == given.Survey.Id));
        Assert.True(aside.TakenOut);
        await (await team.Open($"/bureau/enquetes/{given.Survey.Reference}/mises-a-part/{aside.Id}/compter")).Form("Les compter de nouveau").Fill("Raison", "Vérifié sur place.").Send();
        var after = await Results(Of(given));
        static List<string> Shares(Page page) => [.. page.Document.QuerySelectorAll("section.result").Select(Page.Text)];
        Assert.Equal(Shares(before), Shares(after));
        Assert.NotEqual(Shares(before), Shares(without));
    }

    [Fact]
    public async Task More_answers_in_a_day_than_persons_are_set_aside_by_the_product_and_the_team_is_told()
    {
        var given = await place.Given.AnOpenSurvey(eligible: 25);
        using var team = await Team(given);
        await place.Given.TheyAnswered(given, 12, choice: i => i % 2);
        Assert.Contains("de 10 à 14 réponses", (await Results(Of(given))).TextContent, StringComparison.Ordinal);
        await place.Given.TheyAnswered(given, 40, choice: _ => 1);
        var page = await Results(Of(given));
        Assert.Contains("Nous avons reçu de 10 à 14 réponses", page.TextContent, StringComparison.Ordinal);
        Assert.Contains("de 40 à 44 réponses. Elles semblent", page.TextContent, StringComparison.Ordinal);
        page = await (await team.Open($"/bureau/enquetes/{given.Survey.Reference}")).Follow("Décider si elles comptent");
        Assert.Contains("Plus de réponses en un jour que de personnes concernées", page.TextContent, StringComparison.Ordinal);
        var aside = await place.Db(db => db.SetAsides.SingleAsync(a => a.SurveyId == given.Survey.Id));
        await (await team.Open($"/bureau/enquetes/{given.Survey.Reference}/mises-a-part/{aside.Id}/compter")).Form("Les compter de nouveau").Fill("Raison", "Le nombre de personnes était faux.").Send();
        // What somebody decided stands: the next publication does not set it aside again.
        Assert.Contains("Nous avons reçu de 50 à 54 réponses", (await Results(Of(given))).TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await place.Db(db => db.SetAsides.CountAsync(a => a.SurveyId == given.Survey.Id)));
    }

    [Fact]
    public async Task What_the_product_set_aside_is_left_aside_by_somebody_and_the_notice_goes()
    {
        var given = await place.Given.AnOpenSurvey(eligible: 25);
        using var team = await Team(given);
        await place.Given.TheyAnswered(given, 40, choice: _ => 1);
        await place.Given.TheJobRan(PublishFigures.Job);
        var page = await (await team.Open($"/bureau/enquetes/{given.Survey.Reference}")).Follow("Décider si elles comptent");
        Assert.Contains("mises à part, à décider", page.TextContent, StringComparison.Ordinal);
        var deciding = await page.Follow($"Décider si elles comptent – {given.Place.Name}, {Croisee.Words.FrenchDates.Short(place.Clock.ParisToday())}");
        Assert.NotEmpty((await deciding.Form("Les laisser à part").Send()).Errors);
        page = await deciding.Form("Les laisser à part").Fill("Raison", "Personne n’a vu quarante personnes.").Send();
        Assert.Contains("laissées à part par Organise", page.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("il en est venu trop d’un coup", (await team.Open($"/bureau/enquetes/{given.Survey.Reference}")).TextContent, StringComparison.Ordinal);
        Assert.Contains("de 40 à 44 réponses. Elles semblent", (await Results(Of(given))).TextContent, StringComparison.Ordinal);
        Assert.Equal("Personne n’a vu quarante personnes.", await place.Db(db => db.JournalEntries().Where(e => e.SubjectId == given.Survey.Id && e.Act == Croisee.Surveys.Acts.LeftAside).Select(e => e.Reason).SingleAsync()));
        // Who decided may still think again.
        var aside = await place.Db(db => db.SetAsides.AsNoTracking().SingleAsync(a => a.SurveyId == given.Survey.Id));
        Assert.True(aside is { IsOn: true, IsUndecided: false, ById: null, LeftById: not null });
        await (await team.Open($"/bureau/enquetes/{given.Survey.Reference}/mises-a-part/{aside.Id}/compter")).Form("Les compter de nouveau").Fill("Raison", "Quarante visiteurs.").Send();
        Assert.Contains("Nous avons reçu de 40 à 44 réponses", (await Results(Of(given))).TextContent, StringComparison.Ordinal);
    }

    /// <summary>How answers came is what their address says of itself: what an address says vouches for nobody.</summary>
    [Theory, InlineData("", "CAN_LIEN_PUBLIC"), InlineData("?par=borne", "CAN_BORNE"), InlineData("?par=telephone-aide_pair", "CAN_TELEPHONE"), InlineData("?par=entretien-aide_proche", "CAN_ENTRETIEN"), InlineData(null, "CAN_HORS_LIGNE")]
    public async Task Whatever_an_address_says_too_many_answers_in_a_day_are_noticed_and_held(string? asked, string channel)
    {
        var given = await place.Given.AnOpenSurvey(eligible: 25);
        if (asked is not null)
        {
            using var flood = place.Browser();
            await (await flood.Open($"/repondre/{given.Code}/questions{asked}")).Form("Envoyer mes réponses").Set("r.savoir", "OUN_OUI").Send();
            Assert.Equal(channel, await place.Db(db => db.AnswerSheets.Where(s => s.SurveyId == given.Survey.Id).Select(s => s.Channel).SingleAsync()));
        }
        await place.Given.TheyAnswered(given, 40, choice: _ => 1, channel: channel);
        // Somebody answers for a paper and for a card.
        await place.Given.TheyAnswered(given, 30, choice: i => i % 2, channel: "CAN_PAPIER");
        await place.Given.TheyAnswered(given, 30, choice: i => i % 2, channel: "CAN_CODE");
        var page = await Results(Of(given));
        Assert.Contains("Nous avons reçu de 60 à 64 réponses", page.TextContent, StringComparison.Ordinal);
        Assert.Contains("de 40 à 44 réponses. Elles semblent", page.TextContent, StringComparison.Ordinal);
        Assert.Equal(["CAN_CODE", "CAN_PAPIER"], await place.Db(db => db.AnswerSheets.Where(s => s.SurveyId == given.Survey.Id && s.Counted).Select(s => s.Channel).Distinct().OrderBy(c => c).ToListAsync()));
    }

    /// <summary>A device made ready before the place gave cards goes on without them; a shared tablet spends one.</summary>
    [Theory, InlineData("CAN_HORS_LIGNE", true), InlineData("CAN_BORNE", false)]
    public async Task Where_cards_are_given_what_devices_send_without_one_is_counted(string channel, bool noticed)
    {
        var given = await place.Given.AnOpenSurvey(eligible: 25, cards: true);
        await place.Given.TheyAnswered(given, 40, channel: channel);
        await place.Given.TheJobRan(PublishFigures.Job);
        Assert.Equal(noticed, await place.Db(db => db.SetAsides.AnyAsync(a => a.SurveyId == given.Survey.Id)));
    }

    /// <summary>R4: that one more answer is set aside is told to nobody.</summary>
    [Fact]
    public async Task The_number_set_aside_moves_by_ten_or_more()
    {
        var given = await place.Given.AnOpenSurvey();
        using var team = await Team(given);
        var today = $"{place.Clock.ParisToday():yyyy-MM-dd}";
        await place.Given.TheyAnswered(given, 9);
        await PutAside(team, given, "Un robot.", today);
        Assert.DoesNotContain("Mises à part", (await Results(Of(given))).TextContent, StringComparison.Ordinal);
        await place.Given.TheyAnswered(given, 2);
        Assert.Contains("de 10 à 14 réponses", (await Results(Of(given))).TextContent, StringComparison.Ordinal);
        await place.Given.TheyAnswered(given, 9);
        Assert.Contains("de 10 à 14 réponses", (await Results(Of(given))).TextContent, StringComparison.Ordinal);
        await place.Given.TheyAnswered(given, 1);
        Assert.Contains("de 20 à 24 réponses", (await Results(Of(given))).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_number_of_persons_is_corrected_while_every_place_is_set_aside()
    {
        var given = await place.Given.AnOpenSurvey();
        using var team = await Team(given);
        await place.Given.TheyAnswered(given, 20, choice: i => i % 2);
        await Results(Of(given));
        await PutAside(team, given, "Le code a circulé.");
        var page = await (await team.Open($"/bureau/enquetes/{given.Survey.Reference}/lieux/{given.Code}/corriger")).Form("Enregistrer").Fill("Combien de personnes", "40").Send();
        Assert.Contains("Le lieu est corrigé.", page.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_grouping_tells_what_is_set_aside_in_its_places()
    {
        var given = await place.Given.AnOpenSurvey(grouping: "Gironde", otherPlaces: ["Foyer du Port, Gironde", "Foyer du Pont, Gironde", "Foyer du Pré, Gironde", "Service du Canal"]);
        using var team = await Team(given);
        for (var at = 0; at < 5; at++) await place.Given.TheyAnswered(given, 20, atPlace: at, choice: i => i % 2);
        await Results(Of(given));
        await PutAside(team, given, "Le code a circulé.");
        await place.Given.TheJobRan(PublishFigures.Job);
        using var browser = place.Browser();
        Assert.Contains("de 20 à 24 réponses. Elles semblent", (await browser.Open(Of(given) + "?regroupement=Gironde")).TextContent, StringComparison.Ordinal);
    }
}
