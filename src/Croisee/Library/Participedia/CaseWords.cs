using System.Net;
using System.Text.RegularExpressions;
using Croisee.Framework;

namespace Croisee.Library.Participedia;

/// <summary>What a case says, as it is read here: keys without their strokes, texts without the marks of a page, our words beside theirs.</summary>
static partial class CaseWords
{
    /// <summary>Their lists hold keys, « human_rights »; a sentence stays as it is.</summary>
    public static string Of(string said) => said.Contains(' ', StringComparison.Ordinal) || Uri.TryCreate(said, UriKind.Absolute, out _) ? said : said.Replace('_', ' ');

    public static IReadOnlyList<string> OursOf(Crosswalks.CaseField field, string said) => field.Values.GetValueOrDefault(said.Trim().ToLowerInvariant()) ?? [];

    /// <summary>An address that may be opened from here.</summary>
    public static string? AddressOf(string said) => Uri.TryCreate(said.Trim(), UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) ? address.AbsoluteUri : null;

    /// <summary>Their long texts come with the tags of their page: each block is a paragraph, and no tag is shown.</summary>
    public static IReadOnlyList<string> Paragraphs(string text) =>
        [.. Block().Replace(text, "\n").Split('\n').Select(p => WebUtility.HtmlDecode(Tag().Replace(p, "")).Trim()).Where(p => p.Length > 0)];

    [GeneratedRegex("</?(?:p|div|br|li|ul|ol|h[1-6]|blockquote|tr|table|figure|figcaption)(?:\\s[^<>]*)?/?>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Block();

    [GeneratedRegex("</?(?:a|b|i|u|em|strong|span|sup|sub|img|td|th|tbody|thead|iframe|font|s|code)(?:\\s[^<>]*)?/?>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
