using System.Net;
using Croisee.People;
using Croisee.Surveys;
using Croisee.Surveys.Desk;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>Who organises one home takes part in a survey of the region with that home, and sees nothing of the others (CMP-R1).</summary>
public sealed class OwnPlaceTest(Place place) : IClassFixture<Place>
{
    static string Desk(GivenSurvey given, string part = "") => $"/bureau/enquetes/{given.Survey.Reference}{part}";

    async Task<(GivenSurvey Given, Organisation Home, Browser Browser)> AHome(Role role = Role.Organiser)
    {
        var region = await place.Given.AnOrganisation(kind: OrganisationKind.Region);
        var given = await place.Given.AnOpenSurvey(region, otherPlaces: "Foyer du Port");
        var home = await place.Given.AnOrganisation(under: region);
        await place.Given.ThePlaceIsOf(given, home);
        return (given, home, await place.Given.SignedIn(await place.Given.AnAccount("Du foyer", role, home)));
    }

    [Fact]
    public async Task They_find_the_survey_and_their_place_in_it()
    {
        var (given, _, browser) = await AHome();
        using var _browser = browser;
        var list = await browser.Open("/bureau/enquetes");
        Assert.Equal("1", Page.Text(list.Document.QuerySelector("tbody td.num")));
        var desk = await list.Follow(given.Survey.Title);
        Assert.Equal("Résidence des Tilleuls", Page.Text(Assert.Single(desk.Document.QuerySelectorAll("tbody th"))));
        Assert.DoesNotContain("Foyer du Port", desk.Source, StringComparison.Ordinal);
        Assert.DoesNotContain(desk.Document.QuerySelectorAll("main form"), f => f.GetAttribute("method") == "post");
        foreach (var link in desk.Document.QuerySelectorAll("main table a").Select(a => a.GetAttribute("href")!).Where(a => !a.EndsWith(".pdf", StringComparison.Ordinal))) Assert.Equal(HttpStatusCode.OK, (await browser.Open(link)).Status);
        Assert.Contains("/hors-ligne?equipe=", (await desk.Follow("Tablettes : QR et adresse – Résidence des Tilleuls")).TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/textes"), InlineData("/textes/tous"), InlineData("/mises-a-part"), InlineData("/prolonger"), InlineData("/arreter"), InlineData("/appareils"), InlineData("/lieux"), InlineData("/lieux.csv"), InlineData("/lieux/resultats/csv"), InlineData("/lieux/ajouter"), InlineData("/affiches"), InlineData("/papiers/courant-1.zip"), InlineData("/presentation")]
    [InlineData("/affiche/{other}"), InlineData("/codes/{other}"), InlineData("/saisie/{other}"), InlineData("/papier/{other}/courant.json"), InlineData("/reprendre/{own}"), InlineData("/lieux/{own}/corriger"), InlineData("/lieux/{own}/retirer")]
    public async Task What_is_not_of_their_place_is_not_there(string part)
    {
        var (given, _, browser) = await AHome();
        using var _browser = browser;
        var path = Desk(given, part.Replace("{other}", given.Survey.Places[1].Code, StringComparison.Ordinal).Replace("{own}", given.Code, StringComparison.Ordinal));
        var (there, absent) = (await browser.Open(path), await browser.Open(path.Replace(given.Survey.Reference, "zzzzzzzz", StringComparison.Ordinal)));
        Assert.Equal((HttpStatusCode.NotFound, absent.Source.Length), (there.Status, there.Source.Length));
    }

    [Fact]
    public async Task They_add_no_place_though_they_send_the_form_of_somebody_else()
    {
        var (given, _, browser) = await AHome();
        using var _browser = browser;
        using var team = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, given.Survey.Organisation));
        var form = (await team.Open(Desk(given))).Form("Ajouter ce lieu").Fill("Nom du lieu", "Maison des Vignes");
        var token = (await browser.Open(Desk(given, $"/codes/{given.Code}"))).Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.NotFound, (await form.By(browser).Set("__RequestVerificationToken", token).Send()).Status);
        Assert.Equal(2, await place.Db(db => db.SurveyPlaces.CountAsync(p => p.SurveyId == given.Survey.Id)));
    }

    [Fact]
    public async Task They_key_in_the_papers_of_their_place()
    {
        var (given, _, browser) = await AHome();
        using var _browser = browser;
        var saved = await (await browser.Open(Desk(given, $"/saisie/{given.Code}"))).Form("Enregistrer la feuille").Set("r.savoir", "1").Send();
        Assert.Empty(saved.Errors);
        Assert.Equal(1, await place.Db(db => db.PaperEntries.CountAsync(e => e.SurveyId == given.Survey.Id && e.PlaceId == given.Place.Id)));
    }

    /// <summary>Least privilege: whoever only moderates or analyses there comes no nearer.</summary>
    [Theory, InlineData(Role.Administrator), InlineData(Role.Moderator)]
    public async Task Another_role_on_the_home_gives_nothing(Role role)
    {
        var (given, _, browser) = await AHome(role);
        using var _browser = browser;
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open(Desk(given))).Status);
    }

    [Fact]
    public async Task Taken_from_them_the_place_is_gone_at_once()
    {
        var (given, home, browser) = await AHome();
        using var _browser = browser;
        using var team = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, given.Survey.Organisation));
        Assert.Equal(HttpStatusCode.OK, (await browser.Open(Desk(given))).Status);
        var form = (await team.Open(Desk(given, $"/lieux/{given.Code}/corriger"))).Form("Enregistrer");
        Assert.Equal(home.Reference, form.Value("À quelle structure est-il ?"));
        await form.Set("Form.Organisation", "").Send();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open(Desk(given))).Status);
        Assert.DoesNotContain(given.Survey.Reference, (await browser.Open("/bureau/enquetes")).Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_belongs_to_nobody_outside()
    {
        var (given, _, browser) = await AHome();
        browser.Dispose();
        var elsewhere = await place.Given.AnOrganisation();
        using var team = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, given.Survey.Organisation));
        var refused = await (await team.Open(Desk(given, $"/lieux/{given.Code}/corriger"))).Form("Enregistrer").Set("Form.Organisation", elsewhere.Reference).Send();
        Assert.Equal("Choisissez une structure de la liste.", Assert.Single(refused.Errors));
    }

    /// <summary>No list shows whose it is: they are too many, or it moved since. A correction leaves it theirs, unless it is said.</summary>
    [Theory, InlineData(true), InlineData(false)]
    public async Task A_corrected_name_takes_the_place_from_nobody_whom_the_list_does_not_hold(bool moved)
    {
        var (given, home, browser) = await AHome();
        browser.Dispose();
        var elsewhere = await place.Given.AnOrganisation();
        if (moved) await place.Db(db => db.Write(d => d.Organisations.Where(o => o.Id == home.Id).ExecuteUpdate(s => s.SetProperty(o => o.Path, elsewhere.Path + "foyer/"))));
        else await place.Given.Added([.. Enumerable.Range(0, 300).Select(object (i) => new Organisation($"Foyer {i}", OrganisationKind.Establishment, given.Survey.Organisation))]);
        using var team = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, given.Survey.Organisation));
        Task<Guid?> Whose() => place.Db(db => db.SurveyPlaces.Where(p => p.Id == given.Place.Id).Select(p => p.OrganisationId).SingleAsync());
        var form = (await team.Open(Desk(given, $"/lieux/{given.Code}/corriger"))).Form("Enregistrer");
        Assert.Equal(home.Reference, form.Value("À quelle structure est-il ?"));
        Assert.Empty((await form.Fill("Nom du lieu", "Résidence des Lilas").Set("Form.Organisation", "").Send()).Errors);
        Assert.Equal(home.Id, await Whose());
        form = (await team.Open(Desk(given, $"/lieux/{given.Code}/corriger"))).Form("Enregistrer");
        Assert.Empty((await form.Fill("Nom du lieu", "Résidence des Tilleuls").Send()).Errors);
        Assert.Equal(home.Id, await Whose());
        await (await team.Open(Desk(given, $"/lieux/{given.Code}/corriger"))).Form("Enregistrer").Set("Form.Organisation", CorrectPlaceModel.None).Send();
        Assert.Null(await Whose());
    }
}
