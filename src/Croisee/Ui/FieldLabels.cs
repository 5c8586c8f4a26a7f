using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Croisee.Ui;

/// <summary>
/// What the page calls its fields. The error summary stands before them and is written after them: « C’est trop long » six times says nothing,
/// so a message that comes back is said with its field's label.
/// </summary>
static class FieldLabels
{
    static readonly object Key = new();

    public static Dictionary<string, string> Of(HttpContext http) => (Dictionary<string, string>)(http.Items[Key] ??= new Dictionary<string, string>());

    /// <summary>The message, written only when every field of the page has said its label.</summary>
    public sealed class Late(HttpContext http, string field, string message) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            if (Of(http).TryGetValue(field, out var label)) writer.Write(encoder.Encode(label + (label[^1] is '?' or '…' ? " " : "\u00A0: ")));
            writer.Write(encoder.Encode(message));
        }
    }
}
