using AngleSharp.Dom;
using Croisee.Experiences.Answers;
using Croisee.Framework;
using Croisee.Library;
using Croisee.Library.Compare;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>« Autre » is no landmark: two sheets that chose it share nothing for that, and nobody can be asked for it.</summary>
public sealed class OtherIsNoLandmarkTest(Place place) : IClassFixture<Place>
{
    async Task<Page> Compared(string mark, Action<Account> first, Action<Account> second)
    {
        var call = await place.Given.AnOpenCall();
        var (a, b) = (await place.Given.APublishedSheet(call, $"{mark} au jardin", first), await place.Given.APublishedSheet(call, $"{mark} au marché", second));
        return await place.Browser().Open($"/repertoire/comparer?fiche={a.Reference}&fiche={b.Reference}");
    }

    static IElement Row(Page page, string label) => page.Document.QuerySelectorAll("table.comparison tr").First(r => Page.Text(r.QuerySelector("th[scope=row]")) == label);

    [Fact]
    public async Task Shows_which_context_and_which_way_were_meant()
    {
        var page = await Compared("Préciser", a => { (a.Setting.Contexts, a.Setting.OtherContext) = (["CTX_AUTRE"], "Une péniche"); (a.Participants.Recruitment, a.Participants.OtherRecruitment) = (["REC_AUTRE"], "Par la radio"); },
            b => { (b.Setting.Contexts, b.Setting.OtherContext) = (["CTX_AUTRE"], "Un refuge de montagne"); (b.Participants.Recruitment, b.Participants.OtherRecruitment) = (["REC_AUTRE"], "Par la radio"); });
        Assert.Equal("Seule A : Une péniche. Seule B : Un refuge de montagne.", Page.Text(Row(page, "Contexte").QuerySelectorAll("td").Last()));
        Assert.Equal("Les deux disent la même chose.", Page.Text(Row(page, "Comment les personnes ont été invitées").QuerySelectorAll("td").Last()));
        Assert.DoesNotContain("Autre contexte", page.Document.QuerySelector("table.comparison")!.TextContent);
    }

    [Fact]
    public async Task Says_nothing_the_same_when_it_is_not_said_which()
    {
        var page = await Compared("Sans dire", a => (a.Setting.Contexts, a.Changes.Brakes) = (["CTX_AUTRE"], ["FREIN_AUTRE", "FREIN_TEMPS"]), b => (b.Setting.Contexts, b.Changes.Brakes) = (["CTX_AUTRE"], ["FREIN_AUTRE", "FREIN_TEMPS"]));
        Assert.Equal("Seule A : Autre contexte. Seule B : Autre contexte.", Page.Text(Row(page, "Contexte").QuerySelectorAll("td").Last()));
        Assert.Equal("A et B : à lire dans ce qui est raconté.", Page.Text(Row(page, "Autre frein").QuerySelectorAll("td").Last()));
        Assert.Equal("Les deux.", Page.Text(Row(page, "Manque de temps").QuerySelectorAll("td").Last()));
    }

    [Fact]
    public async Task Makes_no_two_sheets_near()
    {
        var call = await place.Given.AnOpenCall();
        void Rare(Account a) => (a.Setting.Contexts, a.Setting.OtherContext, a.Changes.Brakes, a.Changes.Levers) = (["CTX_AUTRE"], null, ["FREIN_AUTRE"], ["LEV_AUTRE"]);
        var one = await place.Given.APublishedSheet(call, "Une rare", Rare);
        await place.Given.APublishedSheet(call, "Une autre rare", Rare);
        for (var i = 0; i < 3; i++) await place.Given.APublishedSheet(call, $"Une ordinaire {i}");
        var content = (await place.Db(db => db.Sheets.AsNoTracking().SingleAsync(s => s.Id == one.Id))).Read();
        var near = await place.With(s => s.GetRequiredService<NearSheets>().To(one.Id, content, 10, TestContext.Current.CancellationToken));
        Assert.NotEmpty(near);
        Assert.All(near, n => Assert.DoesNotContain("Autre", n.Why, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Is_no_blank_of_the_map_nor_of_its_file()
    {
        await SomeLibrary.In(place);
        var page = await place.Browser().Open("/repertoire/carte?lignes=contexte&colonnes=registre");
        var blanks = page.Document.QuerySelector("[aria-labelledby=blanches]")!;
        Assert.DoesNotContain("Autre contexte", blanks.TextContent);
        var other = page.Document.QuerySelectorAll(".heat tbody tr").Single(r => Page.Text(r.QuerySelector("th")) == "Autre contexte").QuerySelectorAll("td");
        Assert.Contains(other, c => c.ClassName == "plain");
        Assert.DoesNotContain(other, c => c.ClassName == "h0");
        Assert.NotEmpty(page.Document.QuerySelectorAll(".heat td.h0"));
        Assert.Contains("ne sont pas hachurées", page.TextContent);
        Assert.NotEmpty(blanks.QuerySelectorAll("details"));
        var lines = (await place.Browser().Open("/repertoire/carte/fichier?lignes=contexte&colonnes=registre")).Source.Split("\r\n").Where(l => l.Contains(";CTX_AUTRE;", StringComparison.Ordinal)).ToList();
        Assert.Equal(Vocabularies.Register.Terms.Count, lines.Count);
        Assert.All(lines, l => Assert.Contains(";non;", l));
    }
}
