using System.Net;
using Croisee.Framework;
using Croisee.Surveys;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Content;
using Croisee.Surveys.OnPaper;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>Every value of domain 5.8 has its place. « Observation »: two at least have seen, in the words for another's place, shown with what others answered in the person's place.</summary>
public sealed class ObservationTest(Place place) : IClassFixture<Place>
{
    static QuestionnaireContent Worded => Given.EveryKind.Each((_, key, text) => key == "q.connu" ? text with { Proxy = "D’après vous, votre proche connaît le conseil." } : text);

    const string Seen = "Nous l’avons observée à deux au moins, et nous sommes d’accord sur ce que nous avons vu";

    [Fact]
    public async Task What_two_have_seen_is_answered_about_the_person_and_kept_as_observed()
    {
        var given = await place.Given.AnOpenSurvey(content: Worded);
        using var browser = place.Browser();
        var page = await browser.Open($"/repondre/{given.Code}/aider");
        var refused = await page.Form("Commencer avec la personne").Choose("Je suis ces règles").Choose("Un professionnel du lieu").Choose("À côté d’elle").Choose(Seen).Send();
        Assert.Equal((HttpStatusCode.BadRequest, "Dans cette enquête, un professionnel ne répond pas à la place d’une personne. Demandez à un proche, ou à quelqu’un d’autre."), (refused.Status, Assert.Single(refused.Errors)));
        var phoned = await page.Form("Commencer avec la personne").Choose("Je suis ces règles").Choose("Un proche").Choose("Au téléphone").Choose(Seen).Send();
        Assert.Equal((HttpStatusCode.BadRequest, "On n’observe pas au téléphone : soyez à côté de la personne."), (phoned.Status, Assert.Single(phoned.Errors)));
        page = await page.Form("Commencer avec la personne").Choose("Je suis ces règles").Choose("Un proche").Choose("À côté d’elle").Choose(Seen).Send();
        Assert.Contains("Comparez à deux au moins.", page.TextContent, StringComparison.Ordinal);
        page = await page.Follow("Commencer les questions");
        Assert.Contains("D’après vous, la personne connaît le conseil.", page.TextContent, StringComparison.Ordinal);
        Assert.Contains("Vous observez :", page.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Document.QuerySelectorAll("button"), b => Page.Text(b) == "Laissez-moi seul");
        page = await page.Form("Suivant").Choose("Non").Send();
        while (page.Heading.StartsWith("Question", StringComparison.Ordinal)) page = await page.Form("Passer cette question").Send();
        Assert.DoesNotContain("Quelqu’un vous a aidé ?", page.TextContent, StringComparison.Ordinal);
        await page.Form("Envoyer mes réponses").Send();
        var sheet = await place.Db(db => db.AnswerSheets.AsNoTracking().SingleAsync(s => s.SurveyId == given.Survey.Id));
        Assert.Equal(("observation", "CAN_ENTRETIEN"), (sheet.Mode, sheet.Channel));
        // PRX-R1: never mixed with what persons answered themselves.
        Assert.Equal(Croisee.Surveys.Results.SurveyPlan.InPlace, Croisee.Surveys.Results.SurveyPlan.HowOf(sheet.Mode));
    }

    [Fact]
    public async Task It_is_offered_only_where_there_are_words_for_it_and_no_name()
    {
        var plain = await place.Given.AnOpenSurvey(content: Given.EveryKind);
        var signed = await place.Given.AnOpenSurvey(content: Worded, agreed: "Le conseil, le 3 mai.");
        using var browser = place.Browser();
        foreach (var given in new[] { plain, signed })
        {
            Assert.DoesNotContain(Seen, (await browser.Open($"/repondre/{given.Code}/aider")).TextContent, StringComparison.Ordinal);
            // Asked for behind the address, it is nothing: the reader answers for themselves.
            var page = await browser.Open($"/repondre/{given.Code}/pas-a-pas/connu?par=entretien-observation");
            Assert.DoesNotContain("Vous observez :", page.TextContent, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("Vous observez :", (await browser.Open($"/repondre/{plain.Code}/pas-a-pas/connu?par=telephone-observation")).TextContent, StringComparison.Ordinal);
    }

    /// <summary>V-MODE-REPONSE: said by who answers, or written from a paper.</summary>
    [Fact]
    public async Task Every_way_of_holding_the_pen_is_offered_where_it_makes_sense()
    {
        var given = await place.Given.AnOpenSurvey(content: Worded);
        await place.Db(db => db.Write(d => d.Surveys.Where(s => s.Id == given.Survey.Id).ExecuteUpdate(s => s.SetProperty(x => x.ProfessionalsMayAnswer, true))));
        var survey = await place.Db(db => db.Surveys.AsNoTracking().SingleAsync(s => s.Id == given.Survey.Id));
        var all = Vocabularies.Get("V-MODE-REPONSE").Terms.Select(t => t.Code).ToHashSet();
        Assert.Equal(all.Order(), SurveyPaper.Ways(survey, Worded).Select(w => w.Code).Order());
        Assert.Equal(all.Order(), AnswerScreen.OwnModes.Concat(["proche_a_la_place", "professionnel_a_la_place", AnswerScreen.Observation]).Order());
        Assert.DoesNotContain(AnswerScreen.Observation, SurveyPaper.Ways(survey, Given.EveryKind).Select(w => w.Code));
        // A professional observes where they may answer in a person's place, and nowhere else.
        Assert.Equal([true, false], new[] { given.Survey, survey }.Select(s => SurveyPaper.Ways(s, Worded).Single(w => w.Code == AnswerScreen.Observation).Words.Contains("sans professionnel du lieu", StringComparison.Ordinal)));
        using var browser = place.Browser();
        var page = await (await browser.Open($"/repondre/{given.Code}/aider")).Form("Commencer avec la personne").Choose("Je suis ces règles").Choose("Un professionnel du lieu").Choose("À côté d’elle").Choose(Seen).Send();
        Assert.Contains("Comparez à deux au moins.", page.TextContent, StringComparison.Ordinal);
    }

    /// <summary>V-CANAL: each is written by a door of the product, but « audio »: a voice is personal data, and none is kept (domain 9.5). It is said of answers that come in a file.</summary>
    [Fact]
    public void Every_channel_has_its_door_and_no_voice_is_kept()
    {
        var product = House.Repo.Product.Where(f => f.Path.Contains("/Surveys/", StringComparison.Ordinal)).Select(f => f.Text).ToList();
        foreach (var channel in Vocabularies.Get("V-CANAL").Terms.Select(t => t.Code))
            Assert.Equal((channel, channel != "CAN_AUDIO"), (channel, product.Exists(text => text.Contains($"\"{channel}\"", StringComparison.Ordinal))));
        Assert.Contains(product, text => text.Contains("Vocabularies.Get(\"V-CANAL\")", StringComparison.Ordinal) && text.Contains("class TakeInModel", StringComparison.Ordinal));
    }

    /// <summary>The closed scales of domain 5.7, one by one.</summary>
    [Fact]
    public void Every_scale_is_offered() => Assert.Superset(new HashSet<string> { "V-ACCORD5", "V-SATISF4", "V-FREQ4", "V-VISAGE3", "V-VISAGE5", "V-OUINON", "V-NOTE10" }, Scales.Each.Select(s => s.Code).ToHashSet());
}
