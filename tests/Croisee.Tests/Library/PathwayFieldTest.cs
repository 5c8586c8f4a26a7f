using Croisee.Experiences;
using Croisee.Experiences.Answers;
using Croisee.Framework;
using Croisee.Library;
using Croisee.Review;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>The third landmark (domain 2.1): asked of the authors and of the readers, then found wherever the other landmarks are.</summary>
public sealed class PathwayFieldTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task Is_asked_of_the_authors_with_the_steps_of_the_pathway()
    {
        var draft = await place.Given.ADraft(await place.Given.AnOpenCall());
        await (await draft.Browser.Open($"/deposer/fiche/{draft.Reference}/deroulement")).Form("Enregistrer et continuer")
            .Choose("Médico-social", "Dans quel champ").Choose("Social", "Dans quel champ").Choose("Vie à domicile", "À quelle étape").Send();
        var id = await place.Db(db => db.Experiences.Where(e => e.Reference == draft.Reference).Select(e => e.Id).SingleAsync());
        var course = (await place.Db(db => db.DepositSteps.AsNoTracking().SingleAsync(s => s.Code == "deroulement" && s.ExperienceId == id))).Read<Course>();
        Assert.Equal(["CHP_MEDICO_SOCIAL", "CHP_SOCIAL"], course.PathwayFields);
        Assert.Equal(["PAR_DOMICILE"], course.Pathways);
    }

    [Fact]
    public async Task Is_asked_of_the_readers_and_kept_when_they_save_again()
    {
        var organisation = await place.Given.AnOrganisation();
        var (call, group) = (await place.Given.AnOpenCall(organisation), await place.Given.AGroupOf(organisation, 1, 1));
        await place.Given.ItReadsFor(group, call);
        var (experience, _) = await place.Given.AnExperienceReadBy(group, call, 0, 1);
        using var reader = await place.Given.SignedIn(group.Members[0]);
        await (await reader.Open($"/lectures/{experience.Reference}")).Form("Enregistrer").Choose("Sanitaire", "Champ du parcours").Send();
        await (await reader.Open($"/lectures/{experience.Reference}")).Form("Enregistrer").Select("Espace", "Réel").Send();
        var coding = await place.Db(db => db.Readings.AsNoTracking().Where(r => r.ExperienceId == experience.Id).Select(r => r.Coding).SingleAsync());
        Assert.Equal(["CHP_SANITAIRE"], coding.Landmarks.PathwayFields);
    }

    [Fact]
    public async Task Is_among_the_differences_of_two_readings()
    {
        Coding Of(string field) => new() { Landmarks = new() { PathwayFields = CodeSet.Of(Vocabularies.PathwayField, [field]) } };
        var line = Assert.Single(await place.With(s => Task.FromResult(CodingLine.Compare(Of("CHP_SOCIAL"), Of("CHP_SANITAIRE"), s.GetRequiredService<Labels>()))), l => l.Differs);
        Assert.Equal(("Champ du parcours", "Social", "Sanitaire"), (line.Name, line.Mine, line.Theirs));
    }

    [Fact]
    public async Task Leads_to_the_sheets_that_say_it_and_to_those_that_do_not()
    {
        var call = await place.Given.AnOpenCall();
        var told = await place.Given.APublishedSheet(call, "Le champ dit", a => a.Course.PathwayFields = ["CHP_SOCIAL"]);
        var old = await place.Given.APublishedSheet(call, "Le champ tu");
        async Task Leads(GivenExperience sheet, string said, string other)
        {
            var page = await place.Browser().Open($"/experiences/{sheet.Reference}");
            var tag = page.Document.QuerySelectorAll("dl div").Single(d => Page.Text(d.QuerySelector("dt")) == "Champ du parcours").QuerySelector("dd a")!;
            Assert.Equal(said, Page.Text(tag));
            var list = await place.Browser().Open(tag.GetAttribute("href")!);
            Assert.Contains(sheet == told ? "Le champ dit" : "Le champ tu", list.TextContent);
            Assert.DoesNotContain(other, list.TextContent);
        }
        await Leads(told, "Social", "Le champ tu");
        await Leads(old, "Non précisé", "Le champ dit");
        Assert.Contains("Champ du parcours non précisé", (await place.Browser().Open("/repertoire")).TextContent);
        var compared = await place.Browser().Open($"/repertoire/comparer?fiche={told.Reference}&fiche={old.Reference}");
        var row = compared.Document.QuerySelectorAll("table.comparison tr").Single(r => Page.Text(r.QuerySelector("th[scope=row]")) == "Champ du parcours");
        Assert.Equal(["Social", "non dit"], row.QuerySelectorAll("td").Take(2).Select(Page.Text));
        using var json = System.Text.Json.JsonDocument.Parse((await place.Browser().Open($"/api/v1/fiches/{told.Reference}")).Source);
        foreach (var column in new[] { "champs_parcours", "champs_parcours_fixes" }) Assert.Equal("CHP_SOCIAL", json.RootElement.GetProperty(column)[0].GetString());
        var codes = (await place.Browser().Open("/donnees-ouvertes/codes")).Source;
        Assert.Contains("champs_parcours", codes);
        Assert.Contains("CHP_SOCIAL", codes);
        var map = (await place.Browser().Open("/repertoire/carte/fichier?lignes=champ&colonnes=niveau")).Source;
        Assert.Contains("champ;CHP_SOCIAL;Social;niveau;MESO;", map);
        Assert.DoesNotContain(SheetFacets.Unsaid, map);
    }

    [Fact, Trait("kind", "pure")]
    public void Is_what_the_readers_fixed_before_what_the_authors_say()
    {
        var account = Given.AnAccountOf("Un titre");
        account.Course.PathwayFields = ["CHP_SOCIAL"];
        var fixedAs = new Coding { Degree = "D2_CONSULTATION", Landmarks = new() { PathwayFields = CodeSet.Of(Vocabularies.PathwayField, ["CHP_SANITAIRE"]) } };
        Assert.Equal(["CHP_SANITAIRE"], new SheetContent { Account = account, FixedByReaders = StoredCoding.Of(fixedAs) }.AccountAsFixed().Course.PathwayFields);
        Assert.Equal(["CHP_SOCIAL"], new SheetContent { Account = account }.Landmarks.PathwayFields);
    }
}
