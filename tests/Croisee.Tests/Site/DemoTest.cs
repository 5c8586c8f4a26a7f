using Croisee.Data;
using Croisee.Deliberation;
using Croisee.Experiences;
using Croisee.Groups;
using Croisee.Library;
using Croisee.People;
using Croisee.Site.Demo;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Site;

public sealed class DemoPlace : Place
{
    protected override bool WithDemoData => true;
}

/// <summary>The demonstration as a visitor finds it at the first start.</summary>
public sealed class DemoTest(DemoPlace place) : IClassFixture<DemoPlace>
{
    [Fact]
    public async Task Publishes_the_sheets_that_the_story_tells()
    {
        var sheets = await place.Db(db => db.Sheets.AsNoTracking().Include(s => s.Codes).ToListAsync());
        Assert.Equal(24, sheets.Count);
        Assert.Equal(8, sheets.Count(s => s.Remarkable));
        Assert.All(sheets, s => Assert.NotEmpty(s.Codes));
        Assert.All(sheets, s => Assert.NotNull(s.Read().WrittenBy));
        Assert.All(sheets.Where(s => s.Remarkable), s => Assert.False(string.IsNullOrWhiteSpace(s.Read().Motives)));
        Assert.Contains(sheets, s => s.Read().MinorityOpinions.Count > 0);
        using var browser = place.Browser();
        Assert.Contains("24", (await browser.Open("/repertoire")).TextContent);
    }

    [Fact]
    public async Task Finds_sheets_by_words_and_offers_facets()
    {
        using var browser = place.Browser();
        var page = await browser.Open("/repertoire?q=résidents");
        Assert.NotEmpty(page.Document.QuerySelectorAll("li.result"));
        Assert.True(page.Document.QuerySelectorAll("li.result").Length < 24);
        Assert.True(page.Document.QuerySelectorAll("details.facet").Length > 5);
    }

    [Fact]
    public async Task Lets_anybody_enter_as_each_person_of_the_story()
    {
        var names = await place.Db(db => db.Persons.AsNoTracking().Where(p => p.DemoHint != null).Select(p => p.DisplayName).ToListAsync());
        Assert.Equal(18, names.Count);
        foreach (var name in names)
        {
            using var browser = place.Browser();
            var page = await (await browser.Open("/demo")).Form($"Entrer comme {name}").Send();
            Assert.Equal(System.Net.HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain("/connexion", page.Path);
        }
    }

    [Fact]
    public async Task Says_on_the_console_who_may_be_entered_as_and_what_to_try()
    {
        var lines = await place.Db(db => GreetDemo.Lines(db, "http://localhost:5080"));
        Assert.Contains("http://localhost:5080/demo", lines[0]);
        foreach (var person in await place.Db(db => db.Persons.AsNoTracking().Where(p => p.DemoHint != null).ToListAsync()))
            Assert.Single(lines, l => l.StartsWith("  " + person.DisplayName, StringComparison.Ordinal) && l.EndsWith(person.DemoHint!, StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("(Administration)", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("Code à essayer", StringComparison.Ordinal));
    }

    /// <summary>Every page that the first two pages after the door lead to, in the places where people work.</summary>
    [Theory, Trait("kind", "slow")]
    [InlineData("Solène, administration")]
    [InlineData("Mathilde, organisation des appels")]
    [InlineData("Gaspard, coordonnées")]
    [InlineData("Nadia, habitante")]
    [InlineData("Claire, cadre de santé")]
    public async Task Leads_each_kind_of_person_to_pages_that_answer(string name)
    {
        using var browser = place.Browser();
        var first = await (await browser.Open("/demo")).Form($"Entrer comme {name}").Send();
        var known = Links(first).ToHashSet();
        foreach (var path in known.ToList())
            if (await Answers(browser, path) is { } page) known.UnionWith(Links(page));
        foreach (var path in known) await Answers(browser, path);
    }

    static IEnumerable<string> Links(Page page) => page.Document.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!.Split('#', '?')[0])
        .Where(h => h.StartsWith("/bureau", StringComparison.Ordinal) || h.StartsWith("/groupes", StringComparison.Ordinal) || h.StartsWith("/lectures", StringComparison.Ordinal) || h.StartsWith("/deliberations", StringComparison.Ordinal) || h.StartsWith("/compte", StringComparison.Ordinal)).Where(h => !h.EndsWith(".csv", StringComparison.Ordinal) && !h.EndsWith(".json", StringComparison.Ordinal));

    static async Task<Page?> Answers(Browser browser, string path)
    {
        var page = await browser.Open(path);
        Assert.True(page.Status is System.Net.HttpStatusCode.OK, $"{path}: {page.Status}");
        return page;
    }

    [Fact]
    public async Task Waits_for_opinions_of_those_who_have_not_spoken()
    {
        var live = Assert.Single(await place.Db(db => db.Deliberations.Whole().AsNoTracking().Where(d => d.Step != Step.Closed).ToListAsync()));
        Assert.Equal(4, live.Opinions.Count);
        Assert.Equal(8, live.Awaited(place.Clock.UtcNow()).Count());
        Assert.True(live.Panel.IsBalanced);
    }

    [Fact]
    public async Task Counts_what_the_story_expects()
    {
        var story = await DemoStory.Read(DemoStory.Folder);
        var (counted, names) = await place.Db(async db => (await db.Deliberations.Whole().AsNoTracking().Where(d => d.Step == Step.Closed).ToListAsync(), await db.Experiences.AsNoTracking().ToDictionaryAsync(e => e.Id, e => e.Title)));
        Assert.Equal(story!.Deliberations.Count, counted.Count);
        foreach (var told in story.Deliberations)
        {
            var title = story.Experiences[told.Experience].GetProperty("titre").GetString();
            Assert.Equal(told.Expected, counted.Single(d => names[d.SubjectId] == title).Count().Result.ToString());
        }
    }

    [Fact]
    public async Task Marks_two_easy_texts_that_two_concerned_readers_understood()
    {
        var marked = await place.Db(async db =>
        {
            var readings = await db.EasyReadings.AsNoTracking().ToListAsync();
            var sheets = await db.Sheets.AsNoTracking().ToListAsync();
            return sheets.Count(s => EasyState.Of(s.Read(), readings.Where(r => r.SheetId == s.Id)).IsMarked);
        });
        Assert.Equal(2, marked);
    }

    [Fact]
    public async Task Opens_a_draft_with_each_code_that_the_page_tells()
    {
        using var reader = place.Browser();
        var told = (await reader.Open("/demo")).TextContent;
        foreach (var code in DemoCodes.All)
        {
            Assert.Contains(code.Code, told);
            using var browser = place.Browser();
            var page = await (await browser.Open("/suivre")).Form("Voir où elle en est").Set("Form.Code", code.Code).Send();
            Assert.Empty(page.Errors);
            Assert.NotEqual("/suivre", page.Path);
        }
    }

    [Fact]
    public async Task Shows_threads_and_the_open_call_at_home()
    {
        using var browser = place.Browser();
        var page = await browser.Open("/");
        Assert.Equal(3, page.Document.QuerySelectorAll("ol.thread").Length);
        Assert.Contains("Vivre et décider ensemble", page.TextContent);
    }

    [Fact]
    public async Task Changes_nothing_when_it_starts_again()
    {
        var before = await Rows();
        await Serving.Prepare(place.App.Services);
        Assert.Equal(before, await Rows());
    }

    [Fact]
    public async Task Keeps_nobody_waiting_for_letters_about_the_past() => Assert.Empty(await place.Db(db => db.Set<Croisee.Mail.OutgoingMail>().AsNoTracking().ToListAsync()));

    Task<(int, int, int, int, int)> Rows() => place.Db(async db => (await db.Persons.CountAsync(), await db.Experiences.CountAsync(), await db.Sheets.CountAsync(), await db.Seats.CountAsync(), await db.Passages.CountAsync()));
}
