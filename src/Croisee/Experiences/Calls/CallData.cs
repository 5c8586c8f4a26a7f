using System.Globalization;

namespace Croisee.Experiences.Calls;

/// <summary>A call in the words of schema.org. schema.org has no call for contributions: a page, and the writing it invites to, within its dates.</summary>
static class CallData
{
    public static IReadOnlyDictionary<string, object> Of(Call call, string origin)
    {
        var address = $"{origin}/appels/{call.Slug}";
        var organiser = new Dictionary<string, object> { ["@type"] = "Organization", ["name"] = call.Organisation.Name };
        return new Dictionary<string, object>
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "WebPage",
            ["@id"] = address,
            ["url"] = address,
            ["name"] = call.Title,
            ["description"] = Beginning(call.Blocks.Goal.Text),
            ["inLanguage"] = "fr",
            ["datePublished"] = Day(call.OpensOn),
            ["expires"] = Day(call.ClosesOn),
            ["isAccessibleForFree"] = true,
            ["publisher"] = organiser,
            ["potentialAction"] = new Dictionary<string, object>
            {
                ["@type"] = "WriteAction",
                ["name"] = "Répondre à l’appel",
                ["target"] = $"{origin}/deposer/{call.Slug}",
                ["startTime"] = Day(call.OpensOn),
                ["endTime"] = Day(call.ClosesOn),
            },
        };
    }

    static string Beginning(string text) => text.Length <= 300 ? text : text[..300] + "…";

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
