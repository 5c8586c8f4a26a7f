using System.Net;
using Croisee.Data;
using Croisee.Experiences;
using Croisee.Experiences.Answers;
using Croisee.Journal;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Experiences;

/// <summary>Two people in one step: what the other saved stands beside each field, wherever it is in the form, and nothing stands where both say the same (F24).</summary>
public sealed class TwoAuthorsTest(Place place) : IClassFixture<Place>
{
    const string Save = "Enregistrer et continuer";

    /// <summary>The older tab of a step whose answers were saved from another device since.</summary>
    async Task<Page> OldTab(GivenDraft draft, string step, StepAnswers before, Action<Form> then)
    {
        await place.Db(async db =>
        {
            var experience = await db.Experiences.Include(e => e.Steps).Include(e => e.Authors).SingleAsync(e => e.Reference == draft.Reference);
            experience.Steps.Single(s => s.Code == step).Write(before, experience.Authors[0].Id, place.Clock.UtcNow());
            db.Record(place.Clock.UtcNow(), Actor.System, "donnee.de.test", experience);
            return await db.SaveChangesAsync();
        });
        using var other = place.Browser();
        await (await other.Open("/suivre")).Form("Voir où elle en est").Fill("Votre code", draft.Code).Send();
        var mine = await draft.Browser.Open($"/deposer/fiche/{draft.Reference}/{step}");
        var theirs = (await other.Open($"/deposer/fiche/{draft.Reference}/{step}")).Form(Save);
        then(theirs);
        Assert.Empty((await theirs.Send()).Errors);
        return mine;
    }

    /// <summary>What stands beside this field of the other's text; null when nothing does.</summary>
    static string? Beside(Page page, string field) => page.Document.GetElementById(Croisee.Ui.FormFieldTagHelper.IdOf(field) + "-autre-texte") is { } said ? Page.Text(said) : null;

    [Fact]
    public async Task Shows_parts_and_lines_and_what_was_taken_out_and_marks_nothing_that_is_the_same()
    {
        var before = new Changes
        {
            ForPersons = new() { Text = "Le dîner est plus tard." }, BrakesText = "Le bruit", LeversText = "Deux\nlignes",
            Brakes = [.. Croisee.Framework.Vocabularies.Get("V-FREIN").Terms.Take(2).Select(t => t.Code)], Decisions = [new() { Proposal = "Dîner plus tard" }],
        };
        var draft = await place.Given.ADraft(await place.Given.AnOpenCall());
        var mine = await OldTab(draft, "effets", before, theirs => theirs
            .Set("Form.ForPersons.Text", "Le dîner est à 19 heures.").Set("Form.BrakesText", "").Set("Form.LeversText", "Deux\r\nlignes")
            .Set("Form.Decisions[0].Proposal", "Dîner à 19 heures").Set("Form.Decisions[1].Effect", "Un deuxième").Set("Form.Decisions[2].Effect", "Un troisième").Set("Form.Decisions[3].Effect", "Un quatrième"));
        var conflict = await mine.Form(Save).Set("Form.LeversText", "Deux\r\nlignes").Set("Form.Decisions[0].Proposal", " ").Set("Form.Decisions[1].Proposal", "Une autre table").Send();
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Equal("Le dîner est à 19 heures.", Beside(conflict, "Form.ForPersons.Text"));
        Assert.Equal("(rien)", Beside(conflict, "Form.BrakesText"));
        Assert.Null(Beside(conflict, "Form.LeversText"));
        Assert.Null(Beside(conflict, "Form.Brakes"));
        // Mine closed up as it will be saved, and every line of theirs beside one.
        Assert.Equal("Une autre table", conflict.Form(Save).Value("1. Ce que les personnes ont proposé"));
        Assert.Equal("Dîner à 19 heures", Beside(conflict, "Form.Decisions[0].Proposal"));
        foreach (var (at, said) in new[] { (1, "Un deuxième"), (2, "Un troisième"), (3, "Un quatrième") }) Assert.Equal(said, Beside(conflict, $"Form.Decisions[{at}].Effect"));
        Assert.Null(Beside(conflict, "Form.Decisions[1].Proposal"));
        await conflict.Form(Save).Set("Form.ForPersons.Text", "Le meilleur des deux.").Send();
        Assert.Equal("Le meilleur des deux.", (await draft.Browser.Open($"/deposer/fiche/{draft.Reference}/effets")).Form(Save).Value("Pour les personnes concernées"));
    }

    [Fact]
    public async Task Shows_answers_to_the_call_s_own_questions()
    {
        var call = await place.Given.AnOpenCall();
        var asked = await place.Db(async db =>
        {
            var found = await db.Calls.Include(c => c.Questions).SingleAsync(c => c.Id == call.Id);
            var questions = new[] { found.AddQuestion("Qui cuisine ?", null, isLong: true), found.AddQuestion("Qui range ?", null, isLong: true) };
            db.AddRange(questions.Cast<object>());
            db.Record(place.Clock.UtcNow(), Actor.System, "donnee.de.test", found);
            await db.SaveChangesAsync();
            return questions.Select(q => $"Form.Texts[{q.Id}]").ToList();
        });
        var before = new ExtraAnswers { Texts = new() { [asked[1][11..^1]] = "Personne" } };
        var mine = await OldTab(await place.Given.ADraft(call), "questions", before, theirs => theirs.Set(asked[0], "Les résidents"));
        var conflict = await mine.Form(Save).Set(asked[0], "L’équipe").Send();
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Equal("Les résidents", Beside(conflict, asked[0]));
        Assert.Null(Beside(conflict, asked[1]));
        Assert.Equal("L’équipe", conflict.Form(Save).Value("Qui cuisine ?"));
    }
}
