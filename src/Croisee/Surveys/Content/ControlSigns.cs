using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Croisee.Surveys.Content;

/// <summary>Signs that are no text (U+0000 to U+001F, but line ends and tabs): a file may name them by their number, nobody reads them, and PostgreSQL refuses the first.</summary>
public static class ControlSigns
{
    static readonly SearchValues<char> Signs = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(c => (char)c).Except(['\t', '\n', '\r'])]);

    public static bool Are(char sign) => Signs.Contains(sign);

    /// <summary>The text without them.</summary>
    public static string Out(string text) => text.AsSpan().ContainsAny(Signs) ? string.Concat(text.Where(c => !Are(c))) : text;

    /// <summary>Whether a text or a name of this document holds one.</summary>
    public static bool StandIn(string json)
    {
        if (!json.Contains('\\', StringComparison.Ordinal)) return false;
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        while (reader.Read())
            if (reader is { TokenType: JsonTokenType.String or JsonTokenType.PropertyName, ValueIsEscaped: true } && reader.GetString().AsSpan().ContainsAny(Signs)) return true;
        return false;
    }
}
