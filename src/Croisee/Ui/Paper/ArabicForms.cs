using System.Text;

namespace Croisee.Ui.Paper;

/// <summary>
/// Arabic letters change with their neighbours. Unicode keeps their shapes in a fixed order (alone, last, first, middle), and says of each which
/// letter it is: so the table is read from the platform, not written here.
/// </summary>
static class ArabicForms
{
    static readonly Lazy<(Dictionary<string, List<char>> Shapes, Dictionary<char, string> Letters)> Table = new(Read);

    static (Dictionary<string, List<char>>, Dictionary<char, string>) Read()
    {
        var (shapes, letters) = (new Dictionary<string, List<char>>(), new Dictionary<char, string>());
        foreach (var c in Enumerable.Range(0xFB50, 0xFBB2 - 0xFB50).Concat(Enumerable.Range(0xFE80, 0xFEFD - 0xFE80)).Select(i => (char)i))
        {
            var letter = c.ToString().Normalize(NormalizationForm.FormKC);
            letters[c] = letter;
            if (!shapes.TryGetValue(letter, out var list)) shapes[letter] = list = [];
            list.Add(c);
        }
        return (shapes, letters);
    }

    public static string Shape(string text)
    {
        if (!text.Any(c => c is >= '\u0620' and <= '\u06FF')) return text;
        var (shapes, made) = (Table.Value.Shapes, new StringBuilder(text.Length));
        for (var i = 0; i < text.Length; i++)
        {
            // Lam and alef are written as one.
            var letter = i + 1 < text.Length && shapes.ContainsKey(text.Substring(i, 2)) ? text.Substring(i, 2) : text[i].ToString();
            if (!shapes.TryGetValue(letter, out var list)) { made.Append(text[i]); continue; }
            var before = list.Count > 1 && Neighbour(text, i, -1) is { } b && JoinsAfter(b);
            var after = list.Count > 2 && Neighbour(text, i + letter.Length - 1, 1) is { } a && shapes.GetValueOrDefault(a.ToString())?.Count > 1;
            made.Append(list[(before, after) switch { (true, true) => 3, (false, true) => 2, (true, false) => 1, _ => 0 }]);
            i += letter.Length - 1;
        }
        return made.ToString();
    }

    /// <summary>The letters that these shapes stand for, or null when the text is as it was written.</summary>
    public static string? Plain(string text)
    {
        if (!text.Any(c => c is >= '\uFB50' and <= '\uFEFC')) return null;
        return string.Concat(text.Select(c => Table.Value.Letters.GetValueOrDefault(c) ?? c.ToString()));
    }

    static bool JoinsAfter(char letter) => Table.Value.Shapes.GetValueOrDefault(letter.ToString())?.Count > 2;

    /// <summary>The next letter on that side; vowel signs do not part letters.</summary>
    static char? Neighbour(string text, int at, int step)
    {
        do at += step; while (at >= 0 && at < text.Length && text[at] is >= '\u064B' and <= '\u0652');
        return at >= 0 && at < text.Length ? text[at] : null;
    }
}
