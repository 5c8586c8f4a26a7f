using System.Text;

namespace Croisee.Words;

/// <summary>Puts suggestions in the place of traces so that the sentence still reads as French.</summary>
internal static class TraceRemoval
{
    private static readonly string[] Elided = ["de", "que", "lorsque", "puisque", "jusque", "quoique"];

    public static string Run(string text, IEnumerable<Trace> traces)
    {
        var result = new StringBuilder(text.Length);
        var at = 0;
        foreach (var trace in traces.OrderBy(t => t.Start))
        {
            if (trace.Start < at || trace.Length <= 0 || trace.Start > text.Length - trace.Length) continue;
            result.Append(text, at, trace.Start - at);
            at = trace.Start + trace.Length;
            if (string.IsNullOrEmpty(trace.Suggestion))
            {
                at = Close(text, at, result);
                if (at < text.Length && char.IsUpper(text[trace.Start]) && StartsSentence(result)) result.Append(char.ToUpperInvariant(text[at++]));
            }
            else Write(trace.Suggestion, result);
        }
        return result.Append(text, at, text.Length - at).ToString();
    }

    // "une dame, , est venue" or "la voisine  est venue": what stood around the hole must not stay twice.
    private static int Close(string text, int at, StringBuilder result)
    {
        var next = at;
        while (next < text.Length && IsBlank(text[next])) next++;
        var end = next >= text.Length || ",.;:!?)…".Contains(text[next]);
        var last = result.Length;
        while (last > 0 && IsBlank(result[last - 1])) last--;

        if (last > 0 && result[last - 1] == ',' && end) { result.Length = last - 1; return next; }
        if (last > 0 && result[last - 1] == '(' && next < text.Length && text[next] == ')')
        {
            last--;
            while (last > 0 && IsBlank(result[last - 1])) last--;
            result.Length = last;
            return next + 1;
        }
        if (last == 0 && next < text.Length && text[next] is ',' or ';')
        {
            next++;
            while (next < text.Length && IsBlank(text[next])) next++;
            return next;
        }
        // French puts a space before : ; ! ? so only the comma, the full stop and the bracket draw near.
        if (next >= text.Length || ",.)…".Contains(text[next])) { result.Length = last; return next; }
        return last == 0 || last < result.Length ? next : at;
    }

    private static void Write(string suggestion, StringBuilder result)
    {
        if (!char.IsLetter(suggestion[0])) { result.Append(suggestion); return; }
        if ("aeiouéèêh".Contains(suggestion[0])) Elide(result);
        if (StartsSentence(result)) result.Append(char.ToUpperInvariant(suggestion[0])).Append(suggestion, 1, suggestion.Length - 1);
        else result.Append(suggestion);
    }

    private static void Elide(StringBuilder result)
    {
        if (result.Length == 0 || !IsBlank(result[^1])) return;
        foreach (var word in Elided)
        {
            var start = result.Length - 1 - word.Length;
            if (start < 0 || (start > 0 && char.IsLetter(result[start - 1]))) continue;
            var same = true;
            for (var i = 0; i < word.Length; i++) same &= char.ToLowerInvariant(result[start + i]) == word[i];
            if (!same) continue;
            result.Length -= 2;
            result.Append('’');
            return;
        }
    }

    private static bool StartsSentence(StringBuilder result)
    {
        var last = result.Length - 1;
        while (last >= 0 && IsBlank(result[last])) last--;
        return last < 0 || (last < result.Length - 1 && ".!?…\n".Contains(result[last])) || result[last] == '\n';
    }

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\u00A0' or '\u202F' or '\u2009';
}
