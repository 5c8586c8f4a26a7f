using System.Text.Json;

namespace Croisee.Tests.Surveys.Later;

/// <summary>The ways of somebody who kept their answers.</summary>
static class WayBack
{
    public static string Code(Page page) => Page.Text(page.Document.QuerySelector(".secret"));

    public static async Task<Page> Resume(Browser browser, string code) => await (await browser.Open("/repondre/reprendre")).Form("Reprendre").Fill("Votre code pour reprendre", code).Send();

    public static async Task<Page> Passed(Page page)
    {
        while (page.Heading.StartsWith("Question", StringComparison.Ordinal)) page = await page.Form("Passer cette question").Send();
        return page;
    }

    /// <summary>Every string of a document, names too.</summary>
    public static IEnumerable<string> Strings(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => [json.GetString()!],
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(p => Strings(p.Value).Append(p.Name)),
        _ => [],
    };
}
