using System.Globalization;
using System.Text;

namespace Croisee.Surveys.Content;

/// <summary>Numbers as keyboards of other languages write them: Arabic, Persian, Dari, Pashto and many others have digits of their own. Written the same way in <c>device-plan.js</c>.</summary>
static class Digits
{
    /// <summary>Signs that tell a screen which way a line goes: they come with what is typed, and say nothing.</summary>
    const string Directions = "\u061C\u200E\u200F";

    /// <summary>The same text with the digits that everybody here reads.</summary>
    public static string Latin(string typed)
    {
        if (typed.All(char.IsAscii)) return typed;
        var latin = new StringBuilder(typed.Length);
        foreach (var sign in typed.EnumerateRunes())
            if (Rune.GetUnicodeCategory(sign) is UnicodeCategory.DecimalDigitNumber) latin.Append((int)Rune.GetNumericValue(sign));
            else if (!sign.IsBmp || !Directions.Contains((char)sign.Value)) latin.Append(sign.ToString());
        return latin.ToString();
    }
}
