using Croisee.Data;
using Croisee.Library;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>Through the database of the run's engine: what is committed is what is found.</summary>
public sealed class SheetSearchTest(Place place) : IClassFixture<Place>
{
    readonly SheetSearch search = new(new SearchedSheetRows(place.Storage));

    static SearchedSheet Sheet(string title, string text = "") =>
        new(Guid.CreateVersion7(), title, text, [("secteur", "EHPAD"), ("annee", "2026")], new DateOnly(2026, 5, 31));

    Task<int> Save(Action<AppDb> change) => place.Db(async db =>
    {
        change(db);
        return await db.SaveChangesAsync();
    });

    async Task<SearchedSheet> Publish(string title, string text = "")
    {
        var sheet = Sheet(title, text);
        await Save(db => db.SearchedSheets.Add(sheet));
        return sheet;
    }

    Task<int> Change(SearchedSheet sheet, Action<SearchedSheet> change) => place.Db(async db =>
    {
        var sheets = db.SearchedSheets;
        change(await sheets.SingleAsync(s => s.Id == sheet.Id));
        return await db.SaveChangesAsync();
    });

    async Task<IReadOnlyList<Guid>> Found(string text) => (await search.AskAsync(new SearchQuestion(text))).Sheets;

    [Fact]
    public async Task Finds_a_sheet_as_soon_as_it_is_published()
    {
        Assert.Empty(await Found("kaléidoscope"));
        var sheet = await Publish("Un kaléidoscope de paroles");
        Assert.Equal([sheet.Id], await Found("kaleidoscopes"));
        var facets = (await search.AskAsync(new SearchQuestion("kaléidoscope"))).Facets;
        Assert.Equal(1, facets["secteur"]["EHPAD"]);
    }

    [Fact]
    public async Task Loses_a_sheet_as_soon_as_it_is_withdrawn_and_forgets_its_words()
    {
        var sheet = await Publish("Une girouette");
        Assert.Single(await Found("girouette"));
        await Change(sheet, s => s.Hide());
        Assert.Empty(await Found("girouette"));
        var row = await place.Db(async db => { var sheets = db.SearchedSheets; return await sheets.AsNoTracking().SingleAsync(s => s.Id == sheet.Id); });
        Assert.Equal("", row.Title + row.Text + row.Codes);
    }

    [Fact]
    public async Task Finds_the_new_words_of_an_amended_sheet_and_not_the_old()
    {
        var sheet = await Publish("Une balançoire");
        Assert.Single(await Found("balançoire"));
        await Change(sheet, s => s.Show("Un toboggan", "", [], s.PublishedOn));
        Assert.Empty(await Found("balançoire"));
        Assert.Equal([sheet.Id], await Found("toboggans"));
    }

    [Fact]
    public async Task Loses_a_sheet_whose_row_is_deleted()
    {
        var sheet = await Publish("Une montgolfière");
        Assert.Single(await Found("montgolfière"));
        await place.Db(async db => { var sheets = db.SearchedSheets; db.Remove(await sheets.SingleAsync(s => s.Id == sheet.Id)); return await db.SaveChangesAsync(); });
        Assert.Empty(await Found("montgolfière"));
    }

    [Fact]
    public async Task Keeps_the_answer_to_a_choice_until_a_sheet_comes_or_goes()
    {
        var choice = new SearchQuestion(Filters: new Dictionary<string, IReadOnlySet<string>> { ["secteur"] = new HashSet<string> { "EHPAD" } });
        async Task<(int List, int Map)> Counted() => ((await search.AskAsync(choice)).Total, (await search.CrossAsync(choice, "secteur", "annee")).Total);
        var (list, map) = await Counted();
        Assert.Same(await search.AskAsync(choice), await search.AskAsync(choice));
        var sheet = await Publish("Un moulin");
        Assert.Equal((list + 1, map + 1), await Counted());
        await Change(sheet, s => s.Hide());
        Assert.Equal((list, map), await Counted());
    }

    [Fact]
    public async Task Keeps_apart_what_was_asked_otherwise_and_nothing_of_what_was_typed()
    {
        await Publish("Un cerf-volant");
        SearchQuestion With(params string[] codes) => new(Filters: new Dictionary<string, IReadOnlySet<string>> { ["secteur"] = codes.ToHashSet() });
        Assert.NotSame(await search.AskAsync(With("EHPAD,1:x")), await search.AskAsync(With("EHPAD", "x")));
        Assert.NotSame(await search.AskAsync(With("EHPAD")), await search.AskAsync(With("EHPAD") with { Page = 2 }));
        Assert.NotSame(await search.CrossAsync(With("EHPAD"), "secteur", "annee"), await search.CrossAsync(With("EHPAD"), "annee", "secteur"));
        Assert.Same(await search.AskAsync(With("EHPAD", "x")), await search.AskAsync(With("x", "EHPAD")));
        Assert.NotSame(await search.AskAsync(new SearchQuestion("cerf")), await search.AskAsync(new SearchQuestion("cerf")));
    }

    [Fact]
    public async Task Gives_the_answers_of_an_index_read_anew_whatever_happened_before()
    {
        var sheets = new List<SearchedSheet>();
        for (var i = 0; i < 40; i++) sheets.Add(await Publish($"Lanterne {i % 7}", string.Concat(Enumerable.Repeat("lampion ", i % 5))));
        await Found("lanterne");
        foreach (var sheet in sheets.Where((_, i) => i % 3 == 0)) await Change(sheet, s => s.Show("Lanterne neuve", "lampion", [], s.PublishedOn));
        foreach (var sheet in sheets.Where((_, i) => i % 5 == 0)) await Change(sheet, s => s.Hide());
        using var anew = new SheetSearch(new SearchedSheetRows(place.Storage));
        foreach (var text in new[] { "lanterne", "lampion ", "lanterne lampion", "lan", "neuve" })
            foreach (var sort in Enum.GetValues<SearchSort>())
            {
                var question = new SearchQuestion(text, Sort: sort, PageSize: 50);
                var (worn, fresh) = (await search.AskAsync(question), await anew.AskAsync(question));
                Assert.Equal(fresh.Total, worn.Total);
                Assert.Equal(fresh.Sheets, worn.Sheets);
            }
    }

    [Fact]
    public async Task Answers_many_readers_while_sheets_are_published()
    {
        await Publish("Une farandole");
        var readers = Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++) Assert.NotEmpty(await Found("farandole"));
        })).ToList();
        for (var i = 0; i < 40; i++) await Publish($"Farandole {i}");
        await Task.WhenAll(readers);
        Assert.Equal(41, (await search.AskAsync(new SearchQuestion("farandole"))).Total);
    }
}
