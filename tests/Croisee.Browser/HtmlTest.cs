using System.Text.Json;
using System.Text.RegularExpressions;
using Croisee.People;
using Croisee.Tests.House;
using Xunit;

namespace Croisee.Browser;

/// <summary>Every page, for everyone who may read it, is HTML as the standard says: the Nu checker reads them all in one go.</summary>
public sealed partial class HtmlTest(SamplePlace place) : IClassFixture<SamplePlace>
{
    sealed record Remark(string Type, string Url, string Message, string? Extract);
    sealed record Remarks(IReadOnlyList<Remark> Messages);

    [Fact]
    public async Task Finds_only_valid_html()
    {
        var folder = Directory.CreateTempSubdirectory("croisee-html");
        try
        {
            var pages = await Write(folder.FullName);
            var checker = Path.Combine("node_modules", "vnu-jar", "build", "dist", "vnu.jar");
            // The first stage of the compiler only: nothing here runs long enough to repay the second.
            var said = await Judge.Says("vnu-jar", "java", ["-XX:TieredStopAtLevel=1", "-Xss4m", "-jar", checker, "--stdout", "--format", "json", folder.FullName]);
            var remarks = JsonSerializer.Deserialize<Remarks>(string.Concat(said), JsonSerializerOptions.Web)!.Messages.Where(r => !OfTaste().IsMatch(r.Message)).ToList();

            TestContext.Current.TestOutputHelper?.WriteLine($"{pages.Count} pages read");
            Assert.True(remarks.Count == 0, $"{remarks.Count} faults in {pages.Count} pages:\n{string.Join('\n', remarks.GroupBy(r => r.Message).Take(40).Select(g => $"{g.Key} ({g.Count()} times, as in {pages.GetValueOrDefault(Path.GetFileName(g.First().Url))}: {g.First().Extract?.ReplaceLineEndings(" ")})"))}");
        }
        finally { folder.Delete(recursive: true); }
    }

    /// <summary>
    /// Roles that repeat what an element is: on a phone our tables are shown as blocks and our lists without bullets, and Safari then forgets that they were tables and lists.
    /// The slash that closes a void element: the framework's tag helpers write it, and it changes nothing.
    /// </summary>
    [GeneratedRegex("^(The “(table|rowgroup|row|rowheader|columnheader|cell|list)” role is unnecessary for element|The “role” attribute must not be used on a “t[dhr]” element which has a “table” ancestor|Trailing slash on void elements)", RegexOptions.None, 1000)]
    private static partial Regex OfTaste();

    /// <summary>Each page in a file of its own; what each file is.</summary>
    async Task<Dictionary<string, string>> Write(string folder)
    {
        var pages = new Dictionary<string, string>();
        foreach (var viewer in place.Sample.Viewers)
        {
            using var browser = viewer.On(place);
            foreach (var address in place.ScreensFor(viewer).SelectMany(s => Modes(s).Select(m => place.Sample.Side.PathOf(s.Route) + m)))
            {
                var page = await browser.Open(address);
                if (page.Response.Content.Headers.ContentType?.MediaType is not "text/html") continue;
                var file = $"{pages.Count}.html";
                pages[file] = $"{address} for {viewer.Name}";
                await File.WriteAllTextAsync(Path.Combine(folder, file), page.Source);
            }
        }
        return pages;
    }

    static string[] Modes(ScreenLine screen) => screen.Audience!.Audience is Audience.Public ? ["", "?lecture=facile", "?lecture=courante"] : [""];
}
