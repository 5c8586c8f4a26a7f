using System.Net;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>Numbers over a part of the library say which part, on screen, on paper and in their file, and lead back to the whole.</summary>
public sealed class CountedSearchTest(Place place) : IClassFixture<Place>
{
    const string Notice = "Sont comptées seulement les fiches de votre recherche : ";

    static string Text(Page page) => page.TextContent.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    [Theory]
    [InlineData("/repertoire/carte", "q=jardin&region=R53", "« jardin » ; Bretagne"), InlineData("/repertoire/carte", "lignes=contexte&colonnes=registre&q=jardin&region=R53", "« jardin » ; Bretagne"),
     InlineData("/repertoire/freins-et-leviers", "q=jardin&region=R53", "« jardin » ; Bretagne"), InlineData("/repertoire/carte-de-france", "q=jardin&contexte=CTX3_SOINS", "« jardin » ; Lieu de soins"),
     InlineData("/repertoire/carte-de-france/departements", "q=jardin&contexte=CTX3_SOINS", "« jardin » ; Lieu de soins")]
    public async Task Names_the_text_and_the_choices_and_leads_to_the_whole(string path, string query, string named)
    {
        await SomeLibrary.In(place);
        var page = await place.Browser().Open($"{path}?{query}");
        Assert.Contains(Notice + named + ".", Text(page));
        var notice = page.Document.QuerySelectorAll("p.notice").Single(p => p.TextContent.Contains("comptées seulement", StringComparison.Ordinal));
        // On paper too.
        Assert.Null(notice.Closest(".no-print"));
        var whole = await page.Follow("Compter tout le répertoire");
        Assert.Equal(HttpStatusCode.OK, whole.Status);
        Assert.DoesNotContain(Notice, Text(whole));
        Assert.Contains(SomeLibrary.Sheets.ToString(System.Globalization.CultureInfo.InvariantCulture), Text(whole));
        Assert.Equal(query.Contains("lignes=", StringComparison.Ordinal), whole.Path.Contains("lignes=contexte&colonnes=registre", StringComparison.Ordinal));
    }

    /// <summary>A choice in a field that a table shows whole narrows nothing: it is not named among what does, and the table says so.</summary>
    [Fact]
    public async Task Says_which_choice_a_table_leaves_aside()
    {
        await SomeLibrary.In(place);
        const string aside = "sans tenir compte de votre choix : ";
        var crossed = Text(await place.Browser().Open("/repertoire/carte?lignes=contexte&colonnes=registre&contexte=CTX3_SOINS"));
        Assert.DoesNotContain(Notice, crossed);
        Assert.Contains(aside + "Lieu de soins.", crossed);
        var france = Text(await place.Browser().Open("/repertoire/carte-de-france?region=R53&q=foyer"));
        Assert.Contains(Notice + "« foyer ».", france);
        Assert.Contains(aside + "Bretagne.", france);
        var brakes = Text(await place.Browser().Open("/repertoire/freins-et-leviers?frein=FREIN_TEMPS"));
        Assert.DoesNotContain(Notice, brakes);
        Assert.Contains(aside, brakes);
        var page = await place.Browser().Open("/repertoire/carte?evaluation=EVAL_NON");
        Assert.Contains(Notice, Text(page));
        Assert.Contains(aside, Page.Text(page.Document.QuerySelector("section[aria-labelledby=parts]")).Replace('\u00a0', ' ').Replace('\u202f', ' '));
        Assert.DoesNotContain(aside, Text(await place.Browser().Open("/repertoire/carte")));
    }

    [Theory]
    [InlineData("/repertoire/carte/fichier", "q=foyer&region=R53", "q=foyer&region=R53"), InlineData("/repertoire/carte/fichier", "lignes=contexte&colonnes=registre&contexte=CTX3_SOINS&region=R53", "region=R53"),
     InlineData("/repertoire/carte/parts", "q=foyer&region=R53", "q=foyer&region=R53"), InlineData("/repertoire/carte-de-france/fichier", "q=foyer&region=R53", "q=foyer"),
     InlineData("/repertoire/carte-de-france/departements/fichier", "contexte=CTX3_SOINS", "contexte=CTX3_SOINS"), InlineData("/repertoire/freins-et-leviers/fichier", "region=R53", "region=R53"), InlineData("/repertoire/carte/fichier", "", "")]
    public async Task Gives_in_each_file_the_address_of_the_sheets_it_counts(string path, string query, string counted)
    {
        await SomeLibrary.In(place);
        var rows = (await place.Browser().Open($"{path}?{query}")).Source.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(';')).ToList();
        var at = Array.IndexOf(rows[0], "recherche");
        Assert.Equal(rows[0].Length - 2, at);
        Assert.True(rows.Count > 1);
        Assert.All(rows.Skip(1), r => Assert.Equal("http://localhost/repertoire" + (counted.Length == 0 ? "" : "?" + counted), r[at]));
    }
}
