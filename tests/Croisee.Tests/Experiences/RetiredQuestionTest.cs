using Croisee.Experiences;
using Croisee.Experiences.Exchange;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Experiences;

/// <summary>A question of a call that somebody answered is asked no longer, and what was said of it is neither hidden nor lost.</summary>
public sealed class RetiredQuestionTest(Place place) : IClassFixture<Place>
{
    const string Retired = "Qui a gardé les clés du local ?", Kept = "Combien de temps cela a-t-il pris ?", Said = "Le groupe, à tour de rôle.";

    async Task<(Call Call, Browser Office, GivenExperience Experience, Guid Id)> AnAnsweredQuestion()
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation, "Un appel qui pose des questions");
        var office = await place.Given.APerson("Nadia", Role.Organiser, organisation);
        foreach (var question in new[] { Retired, Kept }) await (await office.Open($"/bureau/appels/{call.Slug}/questions")).Form("Ajouter").Fill("Question", question).Choose("Une ligne ou deux").Send();
        var id = await place.Db(db => db.Set<CallQuestion>().Where(q => q.CallId == call.Id && q.Text == Retired).Select(q => q.Id).SingleAsync());
        var given = await place.Given.ASubmittedExperience(call, "Le local partagé", a => a.Extra.Texts[id.ToString()] = Said);
        return (call, office, given, id);
    }

    static async Task<Page> Remove(Browser office, Call call, string question) =>
        await (await (await (await office.Open($"/bureau/appels/{call.Slug}/questions")).Follow(question)).Follow("Retirer cette question")).Form("Retirer la question").Send();

    [Fact]
    public async Task Goes_on_showing_what_was_answered_and_removes_what_was_not()
    {
        var (call, office, given, id) = await AnAnsweredQuestion();
        var page = await Remove(office, call, Retired);
        Assert.Contains("Ses réponses restent à lire.", page.TextContent);
        Assert.DoesNotContain(Retired, page.Document.QuerySelectorAll("ol.tasks a").Select(Page.Text));
        Assert.Contains(Retired, page.TextContent);
        Assert.Contains(Said, (await office.Open($"/bureau/experiences/{given.Reference}")).TextContent);
        await Remove(office, call, Kept);
        Assert.Equal([id], await place.Db(db => db.Set<CallQuestion>().Where(q => q.CallId == call.Id).Select(q => q.Id).ToListAsync()));
        Assert.Contains("en dix petites étapes", (await office.Open($"/appels/{call.Slug}")).TextContent);
        Assert.EndsWith("/questions", (await office.Open($"/bureau/appels/{call.Slug}/questions/{id}")).Path);
        // Asked again in its own words, it is the same question.
        await (await office.Open($"/bureau/appels/{call.Slug}/questions")).Form("Ajouter").Fill("Question", Retired).Choose("Un texte").Send();
        var again = await place.Db(db => db.Set<CallQuestion>().AsNoTracking().SingleAsync(q => q.CallId == call.Id));
        Assert.Equal((id, null, true), (again.Id, again.RetiredAt, again.IsLong));
        office.Dispose();
    }

    [Fact]
    public async Task Asks_it_no_more_and_keeps_its_answer_until_its_authors_erase_it()
    {
        var (call, office, given, id) = await AnAnsweredQuestion();
        await Remove(office, call, Retired);
        await place.Given.ItPassed(given, ExperienceState.ToComplete);
        using var author = await place.Given.AnAuthorOf(given);
        var step = await author.Open($"/deposer/fiche/{given.Reference}/questions");
        Assert.Single(step.Document.QuerySelectorAll("[name^='Form.Texts']"));
        Assert.Contains(Said, step.TextContent);
        Assert.Empty((await step.Form("Enregistrer et continuer").Fill(Kept, "Deux ans.").Send()).Errors);
        var texts = await place.Db(async db => (await db.DepositSteps.AsNoTracking().SingleAsync(s => s.ExperienceId == given.Id && s.Code == "questions")).Read<Croisee.Experiences.Answers.ExtraAnswers>().Texts);
        Assert.Equal((2, Said), (texts.Count, texts[id.ToString()]));

        await Remove(office, call, Kept);
        Assert.DoesNotContain("Les questions de l’appel", (await author.Open($"/deposer/fiche/{given.Reference}")).TextContent);
        var check = await author.Open($"/deposer/fiche/{given.Reference}/relire");
        Assert.Contains("Deux ans.", check.TextContent);
        office.Dispose();

        // What was said stays theirs: read where it was written, and erased one by one.
        await (await check.Follow("Modifier : Les questions de l’appel")).Form("Enregistrer et continuer").Choose($"Effacer cette réponse : {Kept}").Send();
        var left = await author.Open($"/deposer/fiche/{given.Reference}/relire");
        Assert.DoesNotContain("Deux ans.", left.TextContent);
        Assert.Contains(Said, left.TextContent);
        await (await left.Follow("Modifier : Les questions de l’appel")).Form("Enregistrer et continuer").Choose($"Effacer cette réponse : {Retired}").Send();
        Assert.Equal($"/deposer/fiche/{given.Reference}", (await author.Open($"/deposer/fiche/{given.Reference}/questions")).Path);
    }

    [Fact]
    public async Task Leaves_and_comes_back_with_its_answer()
    {
        var (call, office, given, id) = await AnAnsweredQuestion();
        await Remove(office, call, Retired);
        office.Dispose();
        var file = Path.Combine(place.Storage.DataFolder, "question-retiree.csv");
        Assert.Equal(0, await ExportVerb.Run(place.App.Services, ["experiences", file, "--call", call.Slug], () => Stream.Null, TextWriter.Null));
        Assert.Contains(Retired, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        var complaints = new StringWriter();
        Assert.Equal((0, ""), (await ImportVerb.Run(place.App.Services, ["experiences", file], TextWriter.Null, complaints), complaints.ToString()));
        var back = await place.Db(db => db.Experiences.AsNoTracking().Include(e => e.Steps).SingleAsync(e => e.CallId == call.Id && e.Id != given.Id));
        Assert.Equal(Said, back.Steps.ToAccount().Extra.Texts[id.ToString()]);
    }
}
