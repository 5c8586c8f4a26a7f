using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace Croisee.Ui;

/// <summary>Structured data for search engines: a data block, which our content policy lets stand because nothing runs it.</summary>
public static class JsonLd
{
    // This encoder still writes <, >, & and quotes as \uXXXX: no text can close the element or open another.
    static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <param name="data">Names and values of schema.org; lists and dictionaries inside are allowed. Nulls are left out by the caller.</param>
    public static IHtmlContent Script(IReadOnlyDictionary<string, object> data) =>
        new HtmlContentBuilder().AppendHtml("<script type=\"application/ld+json\">").AppendHtml(JsonSerializer.Serialize(data, Options)).AppendHtml("</script>");
}
