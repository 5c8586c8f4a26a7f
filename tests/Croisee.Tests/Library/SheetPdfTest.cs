using System.Net;
using System.Text.RegularExpressions;
using Croisee.Experiences;
using Croisee.Experiences.Answers;
using Croisee.Library;
using Croisee.Library.Paper;
using Croisee.Ui.Paper;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>The PDF of a sheet, read by other programs: tagged in order, in French, with nothing drawn outside its tag.</summary>
public sealed class SheetPdfTest(Place place) : IClassFixture<Place>
{
    async Task<(GivenExperience Given, byte[] File)> APdf(string title, Action<Account>? but = null, bool remarkable = false)
    {
        Assert.SkipWhen(place.App.Services.GetRequiredService<PaperFonts>().Set is null, "Without Node and without a system font there is no PDF.");
        var given = await place.Given.APublishedSheet(await place.Given.AnOpenCall(), title, but, remarkable);
        return (given, await Fetch(given.Reference));
    }

    async Task<byte[]> Fetch(string reference)
    {
        using var browser = place.Browser();
        using var response = await browser.Send(new HttpRequestMessage(HttpMethod.Get, $"/experiences/{reference}/pdf"));
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        return await response.Content.ReadAsByteArrayAsync();
    }

    [Fact]
    public async Task Says_its_title_language_and_parts_to_a_screen_reader()
    {
        var (_, file) = await APdf("Le goûter préparé ensemble", a =>
        {
            a.Origin.Story = "Tout est parti d’un [repas partagé](https://exemple.fr/repas).\n\n- on a demandé\n- on a essayé";
            a.Changes.Brakes = ["FREIN_TEMPS"];
            a.Changes.BrakesText = "Le temps a manqué.";
        }, remarkable: true);
        using var tools = new PaperTools(file);
        var about = await tools.About();
        Assert.Matches(@"Title:\s+Le goûter préparé ensemble", about);
        Assert.Matches(@"Tagged:\s+yes", about);
        var structure = await tools.Structure();
        Assert.Matches(@"Document\s+H1 \(block\)\s+""Le goûter préparé ensemble""", structure);
        foreach (var tag in new[] { "H2 (block)", "H3 (block)", "P (block)", "L (block)", "LI", "Lbl", "LBody", "Table (block)", "/Scope /Column", "/Scope /Row", "Link (inline)", "Figure" }) Assert.Contains(tag, structure);
        Assert.Matches(@"Link \(inline\)\s+Object \d+ 0\s+""repas partagé""", structure);
        // In the order of the page: what it is, how far, what changed, how, where it comes from.
        var order = new[] { "En bref", "Jusqu’où va la participation ?", "Ce qui a changé", "Pourquoi le groupe l’a retenue", "Comment ils ont fait", "Citer et réutiliser" }.Select(h => structure.IndexOf(h, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, order);
        Assert.Equal(order.Order(), order);
        Assert.DoesNotContain("Page 1 sur", structure);
        Assert.Contains("Page 1 sur", await tools.Text());
        Assert.All((await tools.Fonts()).Split('\n').Skip(2).Where(l => l.Length > 0), l => Assert.Matches(@"Identity-H\s+yes yes yes", l));
        await tools.Check();
    }

    [Fact]
    public async Task Leaves_nothing_drawn_outside_a_tag_and_draws_no_missing_glyph()
    {
        var (_, file) = await APdf("Bravo 😀🧑🏽‍🦽 — שלום (שלום 12) مرحبا", a => a.Essentials.Summary = "Zéro\u200Blargeur, \u202Eretourné\u202C, ﬁn. " + new string('m', 300) + " 漢字 ★ ﻻ عربي ؟ fin du résumé.");
        using var tools = new PaperTools(file);
        var pages = await tools.Pages();
        Assert.NotEmpty(pages);
        foreach (var drawn in pages)
        {
            var depth = 0;
            foreach (var line in drawn.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                if (line.EndsWith("BDC", StringComparison.Ordinal) || line.EndsWith("BMC", StringComparison.Ordinal)) depth++;
                else if (line == "EMC") depth--;
                else Assert.True(depth > 0, $"Drawn outside a tag: {line}");
            }
            Assert.Equal(0, depth);
            foreach (Match shown in Regex.Matches(drawn, "<([0-9A-F]+)> Tj")) Assert.DoesNotContain("0000", shown.Groups[1].Value.Chunk(4).Select(c => new string(c)));
        }
        // Copied as it was written; and where glyphs do not spell it, the structure says it to whoever listens.
        var (said, copied) = (System.Text.Encoding.Latin1.GetString(file), await tools.Text());
        foreach (var text in new[] { "😀", "🧑🏽‍🦽", "שלום", "مرحبا", "★", "漢", "fin du résumé." }) Assert.Contains(text, copied);
        foreach (var text in new[] { "🧑🏽‍🦽", "שלום", "مرحبا", "漢" }) Assert.Matches("/S/Span[^>]*/ActualText <FEFF[0-9A-F]*" + Convert.ToHexString(System.Text.Encoding.BigEndianUnicode.GetBytes(text)), said);
        await tools.Check();
    }

    [Fact]
    public async Task Goes_on_overleaf_when_the_story_is_long_and_counts_its_pages()
    {
        var (_, file) = await APdf("Un long récit", a => { a.Origin.Story = string.Join("\n\n", Enumerable.Range(1, 120).Select(i => $"Paragraphe {i}. Les résidents et l’équipe se sont réunis, ont discuté du sujet, puis ont décidé ensemble de la suite.")); a.Changes.LeversText = string.Join(" ", Enumerable.Repeat("Un levier qui tient longtemps.", 300)); });
        using var tools = new PaperTools(file);
        var pages = int.Parse(Regex.Match(await tools.About(), @"Pages:\s+(\d+)").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(pages, 6, 20);
        var text = await tools.Text();
        for (var i = 1; i <= pages; i++) Assert.Contains($"Page {i} sur {pages}", text);
        Assert.Contains("Paragraphe 120.", text);
        await tools.Check();
    }

    [Fact]
    public async Task Makes_the_same_file_twice_and_does_not_send_it_again_unchanged()
    {
        var (given, first) = await APdf("Deux fois la même");
        place.App.Services.GetRequiredService<PaperShelf>().Forget();
        Assert.Equal(first, await Fetch(given.Reference));
        using var browser = place.Browser();
        using var once = await browser.Send(new HttpRequestMessage(HttpMethod.Get, $"/experiences/{given.Reference}/pdf"));
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/experiences/{given.Reference}/pdf");
        again.Headers.IfNoneMatch.Add(once.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await browser.Send(again)).StatusCode);
    }

    [Fact]
    public async Task Leads_to_the_tombstone_in_the_request_that_withdraws_it()
    {
        var (given, _) = await APdf("Une fiche bientôt retirée");
        await place.With(async services =>
        {
            var experience = await services.GetRequiredService<Data.AppDb>().Experiences.Include(e => e.Call).Include(e => e.Authors).SingleAsync(e => e.Id == given.Id);
            await services.GetRequiredService<Withdraw>().Run(experience, Journal.Actor.Author(experience.Authors[0].Id), null);
            return true;
        });
        var gone = await place.Browser().Open($"/experiences/{given.Reference}/pdf");
        Assert.Equal((HttpStatusCode.Gone, $"/experiences/{given.Reference}"), (gone.Status, gone.Path));
    }

    [Fact]
    public async Task Makes_one_file_at_a_time_and_turns_away_a_crowd()
    {
        var shelf = new PaperShelf(TimeProvider.System);
        var (together, most, gate) = (0, 0, new ManualResetEventSlim());
        var asked = Enumerable.Range(0, 40).Select(i => Task.Run(() => shelf.Get(i.ToString(System.Globalization.CultureInfo.InvariantCulture), () =>
        {
            most = Math.Max(most, Interlocked.Increment(ref together));
            gate.Wait();
            Interlocked.Decrement(ref together);
            return [1];
        }, CancellationToken.None))).ToList();
        while (asked.Count(t => t.IsCompleted) < 16) await Task.Delay(5, TestContext.Current.CancellationToken);
        gate.Set();
        var files = await Task.WhenAll(asked);
        Assert.Equal((1, 16), (most, files.Count(f => f is null)));
    }
}
