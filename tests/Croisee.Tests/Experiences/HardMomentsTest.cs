using System.Net;
using Croisee.Data;
using Croisee.Experiences;
using Croisee.Journal;
using Croisee.People;
using Croisee.Review;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Experiences;

/// <summary>What happens to what people wrote at the wrong moment: the last second, two clicks, two tabs, a session that ended during hours of typing.</summary>
public sealed class HardMomentsTest(Place place) : IClassFixture<Place>
{
    /// <summary>A draft with every answer, ready to be sent from its browser.</summary>
    async Task<GivenDraft> AWholeDraft(Call call, string title)
    {
        var draft = await place.Given.ADraft(call);
        await place.Db(async db =>
        {
            var experience = await db.Experiences.Include(e => e.Steps).Include(e => e.Authors).SingleAsync(e => e.Reference == draft.Reference);
            var account = Given.AnAccountOf(title);
            foreach (var (step, answers) in DepositSteps.All.Zip(account.Steps)) experience.Steps.Single(s => s.Code == step.Code).Write(answers, experience.Authors[0].Id, place.Clock.UtcNow());
            experience.Entitle(title);
            experience.CarriedBy(account.Structure.OrganisationName);
            db.Record(place.Clock.UtcNow(), Actor.System, "donnee.de.test", experience);
            return await db.SaveChangesAsync();
        });
        return draft;
    }

    Task<ExperienceState> StateOf(string reference) => place.Db(db => db.Experiences.Where(e => e.Reference == reference).Select(e => e.State).SingleAsync());

    [Fact]
    public async Task Takes_what_is_sent_in_the_last_second_of_the_last_day_and_refuses_the_next_with_nothing_lost()
    {
        var start = place.Clock.UtcNow();
        var today = place.Clock.ParisToday();
        var call = await place.Given.AnOpenCall(null, "Un appel à la seconde près", today, today);
        var (inTime, late) = (await AWholeDraft(call, "Envoyée à temps"), await AWholeDraft(call, "Envoyée trop tard"));
        var (pageInTime, pageLate) = (await inTime.Browser.Open($"/deposer/fiche/{inTime.Reference}/relire"), await late.Browser.Open($"/deposer/fiche/{late.Reference}/relire"));
        var end = today.EndOfParisDay();
        place.Clock.Set(end.AddSeconds(-1));
        Assert.Equal("Votre expérience est arrivée", (await pageInTime.Form("Envoyer").Send()).Heading);
        place.Clock.Set(end);
        var refused = await pageLate.Form("Envoyer").Send();
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.NotEmpty(refused.Errors);
        Assert.Equal(ExperienceState.Draft, await StateOf(late.Reference));
        Assert.Contains("Envoyée trop tard", (await late.Browser.Open($"/deposer/fiche/{late.Reference}")).TextContent);
        place.Clock.Set(start);
    }

    [Fact]
    public async Task Sends_right_after_the_text()
    {
        var draft = await AWholeDraft(await place.Given.AnOpenCall(null, "Un appel relu jusqu’au bout"), "Relue jusqu’au bout");
        var page = await draft.Browser.Open($"/deposer/fiche/{draft.Reference}/relire");
        var last = page.Document.QuerySelectorAll("main section.account").Last();
        Assert.NotNull(last.NextElementSibling!.QuerySelector("form button.btn"));
        Assert.Equal("Avant d’envoyer", Page.Text(last.NextElementSibling.QuerySelector("h2")!));
    }

    [Fact]
    public async Task Gives_the_same_receipt_to_eight_sendings_of_the_same_experience()
    {
        var call = await place.Given.AnOpenCall(null, "Un appel envoyé huit fois");
        var draft = await AWholeDraft(call, "Envoyée huit fois");
        var page = await draft.Browser.Open($"/deposer/fiche/{draft.Reference}/relire");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => page.Form("Envoyer").Send()));
        Assert.All(answers, a => Assert.Equal("Votre expérience est arrivée", a.Heading));
        Assert.Single(answers.Select(a => a.Path).Distinct());
        Assert.Equal(1, await place.Db(async db =>
        {
            var id = await db.Experiences.Where(e => e.Reference == draft.Reference).Select(e => e.Id).SingleAsync();
            return await db.Passages.CountAsync(p => p.ExperienceId == id && p.To == ExperienceState.Submitted);
        }));
    }

    [Fact]
    public async Task Loses_nothing_of_three_hours_of_writing_when_the_code_was_closed_meanwhile()
    {
        var call = await place.Given.AnOpenCall(null, "Un appel écrit longtemps");
        var draft = await place.Given.ADraft(call);
        var page = await draft.Browser.Open($"/deposer/fiche/{draft.Reference}/origine");
        place.Clock.Advance(TimeSpan.FromHours(3));
        draft.Browser.Forget(AuthorCookie.Name);
        const string text = "Trois heures d’écriture, « à plusieurs », avec des accents et <des balises>.";
        var kept = await page.Form("Enregistrer et continuer").Fill("Racontez le constat", text).Send();
        Assert.Equal(HttpStatusCode.Unauthorized, kept.Status);
        Assert.Contains(text, kept.TextContent);
        await (await draft.Browser.Open("/suivre")).Form("Voir où elle en est").Fill("Votre code", draft.Code).Send();
        await kept.Form("Envoyer de nouveau").Send();
        Assert.Equal(text, (await draft.Browser.Open($"/deposer/fiche/{draft.Reference}/origine")).Form("Enregistrer et continuer").Value("Racontez le constat"));
    }

    [Fact]
    public async Task Loses_nothing_of_a_reading_when_the_session_ended_and_shows_what_another_tab_saved()
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation, "Un appel lu trois heures");
        var group = await place.Given.AGroupOf(organisation, 1, 1);
        await place.Given.ItReadsFor(group, call);
        var (given, pair) = await place.Given.AnExperienceReadBy(group, call, 0, 1);
        var reader = await place.Given.SignedIn(group.Members[0]);
        var page = await reader.Open($"/lectures/{given.Reference}");
        place.Clock.Advance(TimeSpan.FromHours(3));
        await place.Db(db => db.Write(d => d.Sessions.Where(s => s.PersonId == group.Members[0].Id).ExecuteUpdate(s => s.SetProperty(x => x.EndedAt, place.Clock.UtcNow()))));
        var kept = await page.Form("Enregistrer").Fill("Autre remarque", "Trois heures de lecture.").Send();
        Assert.Equal(HttpStatusCode.Unauthorized, kept.Status);
        Assert.Contains("Trois heures de lecture.", kept.TextContent);
        using var again = await place.Given.SignedIn(group.Members[0]);
        foreach (var (name, value) in again.Cookies) reader.Keep(name, value);
        // The form's token belonged to nobody: the page asks to read it again, with what was typed in its place.
        var read = await kept.Form("Envoyer de nouveau").Send();
        Assert.Equal("Trois heures de lecture.", read.Form("Enregistrer").Value("Autre remarque"));
        await read.Form("Enregistrer").Send();
        Assert.Equal("Trois heures de lecture.", await place.Db(db => db.Readings.Where(r => r.PairId == pair.Id).Select(r => r.Remark).SingleAsync()));

        var (one, two) = (await reader.Open($"/lectures/{given.Reference}"), await reader.Open($"/lectures/{given.Reference}"));
        await one.Form("Enregistrer").Fill("Autre remarque", "Depuis le premier onglet.").Send();
        var conflict = await two.Form("Enregistrer").Fill("Autre remarque", "Depuis le second onglet.").Send();
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Equal("Depuis le second onglet.", conflict.Form("Enregistrer").Value("Autre remarque"));
        reader.Dispose();
    }
}
