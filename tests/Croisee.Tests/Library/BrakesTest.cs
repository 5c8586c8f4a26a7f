using System.Globalization;
using System.Net;
using Croisee.Library;
using Croisee.Library.Brakes;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>Brakes and levers: counted as one would by hand, few sheets are called few, and each number opens its list.</summary>
public sealed class BrakesTest(Place place) : IClassFixture<Place>
{
    const string Path = "/repertoire/freins-et-leviers";

    [Theory]
    [InlineData(10, 8, 20, 4), InlineData(0, 8, 20, 0), InlineData(3, 3, 0, 0), InlineData(7, 5, 100, 0.35)]
    public void Expects_as_many_together_as_without_a_tie(int brake, int lever, int sheets, double expected) => Assert.Equal(expected, ToldTogether.ExpectedOf(brake, lever, sheets), 12);

    [Theory]
    [InlineData(4, 0.5, "peu de fiches", false), InlineData(12, 4, "plus souvent", true), InlineData(10, 10, "à peu près", false), InlineData(6, 20, "moins souvent", false)]
    public void Says_in_words_what_a_number_is_worth(int count, double expected, string words, bool tied)
    {
        var one = new ToldCode("C", "Un mot", 20, "");
        var pair = new ToldTogether(one, one, count, expected, "");
        Assert.StartsWith(words, pair.InWords);
        Assert.Equal(tied, pair.IsTied);
    }

    [Fact]
    public async Task Leads_to_the_sheets_of_each_pair_and_to_every_crossing()
    {
        await SomeLibrary.In(place);
        var rows = (await place.Browser().Open(Path + "/fichier?region=R53")).Source.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(';')).ToList();
        var at = Array.IndexOf(rows[0], "adresse_des_fiches");
        var row = rows.Skip(1).First(r => int.Parse(r[6], CultureInfo.InvariantCulture) > 0);
        Assert.StartsWith("http://localhost/repertoire?", row[at]);
        Assert.Contains("region=R53", row[at]);
        var page = await place.Browser().Open(Path + "?region=R53");
        foreach (var (lines, columns) in new[] { ("frein", "levier"), ("frein", "degre"), ("frein", "contexte"), ("levier", "contexte"), ("levier", "degre") })
            Assert.Contains(page.Document.QuerySelectorAll("a"), a => a.GetAttribute("href") == $"/repertoire/carte?lignes={lines}&colonnes={columns}&region=R53");
    }

    [Theory]
    [InlineData("", null), InlineData("?contexte=CTX3_SOINS", "CTX3_SOINS")]
    public async Task Counts_as_one_would_by_hand(string query, string? context)
    {
        await SomeLibrary.In(place);
        var contents = (await place.Db(db => db.Sheets.AsNoTracking().Select(s => s.Content).ToListAsync())).Select(SheetContent.FromJson).Where(c => context is null || c.Account.Setting.Contexts.Contains(context)).ToList();
        var both = contents.Where(c => c.Account.Changes.Brakes.Count > 0 && c.Account.Changes.Levers.Count > 0).ToList();
        var file = await place.Browser().Open(Path + "/fichier" + query);
        Assert.Equal("text/csv", file.Response.Content.Headers.ContentType!.MediaType);
        var rows = file.Source.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(';')).ToList();
        Assert.NotEmpty(rows);
        foreach (var row in rows)
        {
            var (brake, lever) = (row[0], row[3]);
            Assert.Equal(contents.Count(c => c.Account.Changes.Brakes.Contains(brake)), Number(row[2]));
            Assert.Equal(contents.Count(c => c.Account.Changes.Levers.Contains(lever)), Number(row[5]));
            Assert.Equal(both.Count(c => c.Account.Changes.Brakes.Contains(brake) && c.Account.Changes.Levers.Contains(lever)), Number(row[6]));
            Assert.Equal((double)both.Count(c => c.Account.Changes.Brakes.Contains(brake)) * both.Count(c => c.Account.Changes.Levers.Contains(lever)) / both.Count, Number(row[7]), tolerance: 0.001);
            Assert.Equal((both.Count, contents.Count), ((int)Number(row[9]), (int)Number(row[10])));
        }
    }

    static double Number(string text) => double.Parse(text, CultureInfo.GetCultureInfo("fr-FR"));

    [Fact]
    public async Task Opens_the_list_behind_each_number_and_keeps_the_state_of_the_search()
    {
        await SomeLibrary.In(place);
        var page = await place.Browser().Open(Path + "?q=foyer&region=R53");
        Assert.Contains("racontent au moins un frein et un levier", page.TextContent);
        foreach (var row in page.Document.QuerySelectorAll("table.data tbody tr").Take(6))
            foreach (var link in row.QuerySelectorAll("td a"))
            {
                var said = link.Closest("li") is { } pair ? System.Text.RegularExpressions.Regex.Match(Page.Text(pair), @": (\d+) fiche").Groups[1].Value : Page.Text(link).Split(' ')[0];
                var list = await place.Browser().Open(link.GetAttribute("href")!);
                Assert.StartsWith(said + " expérience", Page.Text(list.Document.QuerySelector("[role=status] b")));
                Assert.Contains("region=R53", link.GetAttribute("href"));
            }
        var narrowed = await page.Form("Compter").Select("Contexte", "Lieu de soins").Send();
        Assert.Contains("region=R53", narrowed.Path);
        Assert.Contains("contexte=CTX3_SOINS", narrowed.Path);
        // Several of one field: the list shows one, the form loses none.
        var several = await place.Browser().Open(Path + "?degre=D2_CONSULTATION&degre=D3_CONCERTATION");
        Assert.Contains("Aussi comptées, avec celles de la liste : Concertation", several.TextContent.Replace((char)0xa0, ' '));
        var kept = await several.Form("Compter").Select("Contexte", "Lieu de soins").Send();
        foreach (var part in new[] { "degre=D2_CONSULTATION", "degre=D3_CONCERTATION", "contexte=CTX3_SOINS" }) Assert.Contains(part, kept.Path);
    }

    [Theory]
    [InlineData("?contexte=rien"), InlineData("?degre=%3Cscript%3E"), InlineData("?page=1000000"), InlineData("?tri=drop")]
    public async Task Odd_addresses_are_told(string query)
    {
        await SomeLibrary.In(place);
        Assert.Equal(HttpStatusCode.BadRequest, (await place.Browser().Open(Path + query)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await place.Browser().Open(Path + "/fichier" + query)).Status);
    }

    [Fact]
    public async Task Says_so_when_there_is_nothing_to_count()
    {
        await SomeLibrary.In(place);
        Assert.Contains("Rien à compter ici", (await place.Browser().Open(Path + "?q=introuvablement")).TextContent);
    }

    [Fact]
    public async Task Keeps_the_chosen_sheets_on_the_way_to_the_map()
    {
        await SomeLibrary.In(place);
        var page = await place.Browser().Open(Path + "?region=R53&q=foyer");
        foreach (var name in new[] { "Les freins selon le contexte", "Les leviers selon le degré" })
        {
            Assert.Contains("q=foyer&region=R53", page.Link(name).GetAttribute("href"));
            Assert.Equal(HttpStatusCode.OK, (await page.Follow(name)).Status);
        }
    }
}
