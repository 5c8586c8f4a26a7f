using System.Globalization;
using System.Text;

namespace Croisee.Surveys.Exchange;

/// <summary>Codes as ours may be (a letter, then letters, digits or « _ », twenty at most), each once whatever the case of its letters, from codes that another tool allowed.</summary>
sealed class Codes
{
    const int Max = Content.AskedQuestion.CodeMax;

    readonly HashSet<string> taken = new(Content.UsedCodes.Same);
    /// <summary>Where counting goes on: a file that says one code ten thousand times is not counted from the start each time.</summary>
    readonly Dictionary<string, int> next = new(Content.UsedCodes.Same);

    /// <param name="stem">What begins a code that has no letter of its own.</param>
    public string Take(string raw, string stem)
    {
        var wished = Shape(raw, stem);
        if (taken.Add(wished)) return wished;
        for (var number = next.GetValueOrDefault(wished, 2); ; number++)
        {
            var end = "_" + number.ToString(CultureInfo.InvariantCulture);
            var code = wished[..Math.Min(wished.Length, Max - end.Length)] + end;
            if (!taken.Add(code)) continue;
            next[wished] = number + 1;
            return code;
        }
    }

    static string Shape(string raw, string stem)
    {
        var code = new StringBuilder(Max);
        foreach (var sign in Decomposed(raw.Length > 200 ? raw[..200] : raw))
        {
            if (code.Length == Max) break;
            if (CharUnicodeInfo.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark) continue;
            if (code.Length == 0 && !char.IsAsciiLetter(sign)) code.Append(stem);
            if (code.Length < Max) code.Append(char.IsAsciiLetterOrDigit(sign) ? sign : '_');
        }
        return code.Length == 0 ? stem : code.ToString();
    }

    /// <summary>« é » in its letter and its accent; half of a sign has no such form and stays.</summary>
    static string Decomposed(string raw)
    {
        try { return raw.Normalize(NormalizationForm.FormD); }
        catch (ArgumentException) { return raw; }
    }
}
