using System.Globalization;
using System.Text.RegularExpressions;

namespace Croisee.Words;

/// <summary>
/// How the house speaks on one page in another language than French. It says all its sentences or does not speak at all: a page has one language, one direction, and no French left that a
/// voice would read as something else.
/// </summary>
/// <param name="said">A sentence of the house, or of the questionnaire, by its French; null for anything else (a name, what somebody typed).</param>
public sealed partial class Speech(string tag, bool rightToLeft, Func<string, string?> said)
{
    static readonly object Key = new();

    public string Tag => tag;
    public bool RightToLeft => rightToLeft;

    /// <summary>As it was written, its values still open.</summary>
    public string? Raw(string sentence) => said(sentence);

    /// <summary>Also of a sentence that already holds its values: what is wrong with an answer is judged where nobody knows who reads it, and said in French.</summary>
    public string? Say(string sentence)
    {
        if (said(sentence) is { } plain) return plain;
        foreach (var pattern in HouseTongues.Patterns)
            if (pattern.Read(sentence) is { } values && said(pattern.Sentence) is { } other) return Put(other, [.. values.Select(v => said(v) ?? v)]);
        return null;
    }

    public string? Say(string sentence, object?[] values) => said(sentence) is { } other ? Put(other, values) : null;

    /// <summary>A team may have written the translation: it puts values in their places and formats nothing (ASVS 1.3.10). One that asks for a value that is not there keeps its hole.</summary>
    static string Put(string sentence, object?[] values) =>
        Hole().Replace(sentence, hole => hole.ValueSpan[1] - '0' is var at && at < values.Length ? string.Create(CultureInfo.InvariantCulture, $"{values[at]}") : hole.Value);

    [GeneratedRegex(@"\{[0-9]\}", RegexOptions.NonBacktracking)] private static partial Regex Hole();

    /// <summary>A day in the words of the language; in figures where this machine does not know them, or counts by another calendar.</summary>
    public string Day(DateOnly day)
    {
        try
        {
            var culture = CultureInfo.GetCultureInfo(tag);
            // A language that this machine does not know has English months.
            if (culture.DateTimeFormat is { Calendar: GregorianCalendar, MonthNames: [not "M01" and var first, ..] } && (tag is "en" || first != "January")) return day.ToString("dddd d MMMM yyyy", culture);
        }
        catch (CultureNotFoundException) { }
        return day.ToString("d/M/yyyy", CultureInfo.InvariantCulture);
    }

    /// <summary>From here on, what the house says on this page is said so; null for French.</summary>
    public static void Set(HttpContext http, Speech? speech) => http.Items[Key] = speech;

    public static Speech? Of(HttpContext? http) => http?.Items[Key] as Speech;
}
