using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Croisee.Data;
using Microsoft.AspNetCore.Html;

namespace Croisee.Library.Reading;

/// <summary>The sheet for search engines (schema.org). The encoder leaves no sign that could end a script element, whatever the authors wrote.</summary>
public static class StructuredData
{
    static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static HtmlString Of(SheetView view) => new(JsonSerializer.Serialize(new Dictionary<string, object?>
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "Article",
        ["headline"] = view.Content.Title,
        ["abstract"] = view.Account.Essentials.Summary,
        ["inLanguage"] = "fr",
        ["url"] = view.Address,
        ["identifier"] = view.Reference,
        ["version"] = view.Number,
        ["datePublished"] = view.PublishedAt?.ParisDay().ToString("yyyy-MM-dd", Words.Localizer.French),
        ["dateModified"] = view.UpdatedAt?.ParisDay().ToString("yyyy-MM-dd", Words.Localizer.French),
        ["license"] = Sheet.LicenceAddress,
        ["isAccessibleForFree"] = true,
        ["author"] = Organisation(view.Account.Structure.OrganisationName),
        ["publisher"] = Organisation(view.Content.PublishedBy),
        ["keywords"] = view.Labels.Of(view.Account.Setting.Contexts.Concat(view.Content.Landmarks.Registers)).ToList(),
    }.Where(p => p.Value is not null).ToDictionary(p => p.Key, p => p.Value), Options));

    static Dictionary<string, string>? Organisation(string? name) => string.IsNullOrWhiteSpace(name) ? null : new() { ["@type"] = "Organization", ["name"] = name };
}
