using Croisee.Framework;
using Croisee.Library;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>A word that the instance offers no more is no gap: nobody can be asked for it. What was told with it is still counted.</summary>
public sealed class RetiredWordsOnMapsTest(Place place) : IClassFixture<Place>
{
    const string Map = "/repertoire/carte?lignes=contexte&colonnes=registre";

    async Task Retire(params string[] codes)
    {
        await SomeLibrary.In(place);
        // Nobody chose the first of these contexts; the second was chosen by some.
        Assert.False(await place.Db(db => db.SheetCodes.AnyAsync(c => c.Code == "CTX8_NUMERIQUE")));
        Assert.True(await place.Db(db => db.SheetCodes.AnyAsync(c => c.Code == "CTX7_GROUPE_PAIRS")));
        FrameworkLabel Retired(string code)
        {
            var label = new FrameworkLabel(Vocabularies.Find(code)!.Vocabulary.Code, code, null, null);
            label.Retire();
            return label;
        }
        place.App.Services.GetRequiredService<Labels>().Book = LabelBook.From(codes.Select(Retired));
    }

    async Task<List<string[]>> Rows(string query) => [.. (await place.Browser().Open("/repertoire/carte/fichier" + query)).Source.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(';'))];

    [Fact]
    public async Task Leaves_out_what_nobody_chose_and_never_calls_the_rest_blank()
    {
        var cell = Grid.Cells.First(c => c.Scale == "MACRO");
        await Retire(["CTX8_NUMERIQUE", "CTX7_GROUPE_PAIRS", "EVAL_FAITE", .. cell.Modalities.Select(m => m.Code)]);
        var organiser = await place.Given.APerson("Mathilde des mots", Role.Organiser, await place.Given.AnOrganisation());
        var page = await organiser.Open(Map);
        var heads = page.Document.QuerySelectorAll(".heat tbody th").Select(Page.Text).ToList();
        Assert.DoesNotContain(heads, h => h.Contains("numérique", StringComparison.Ordinal));
        Assert.Contains("Groupe de patients ou de personnes accompagnées (plus proposé)", heads);
        var blanks = Page.Text(page.Document.QuerySelector("[aria-labelledby=blanches]"));
        Assert.DoesNotContain("Groupe de patients", blanks);
        Assert.DoesNotContain("numérique", blanks);
        Assert.Contains("Lieu de soins", blanks);
        Assert.DoesNotContain(page.Document.QuerySelectorAll(".heat tbody tr").Single(r => Page.Text(r.QuerySelector("th")).StartsWith("Groupe de patients", StringComparison.Ordinal)).QuerySelectorAll("td"), c => c.ClassName == "h0");
        Assert.Contains("personne ne peut plus les remplir", page.TextContent);

        var rows = await Rows("?lignes=contexte&colonnes=registre");
        Assert.DoesNotContain(rows, r => r[1] == "CTX8_NUMERIQUE");
        var kept = rows.Where(r => r[1] == "CTX7_GROUPE_PAIRS").ToList();
        Assert.Equal(Vocabularies.Register.Terms.Count, kept.Count);
        Assert.All(kept, r => Assert.Equal("non", r[7]));

        // A cell of the grid is nobody's to fill when all its ways are retired; a share that nobody can say is left out.
        Assert.Equal("non", (await Rows("")).Single(r => r[1] == cell.Scale && r[4] == cell.Level)[7]);
        var shares = (await place.Browser().Open("/repertoire/carte/parts")).Source.Split("\r\n").Select(l => l.Split(';')).ToList();
        Assert.DoesNotContain(shares, r => r.Length > 2 && r[2] == "EVAL_FAITE");
        Assert.Contains(shares, r => r.Length > 2 && r[2] == "EVAL_NON");
    }
}
