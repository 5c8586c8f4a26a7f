using System.Text.RegularExpressions;

namespace Croisee.Ui.Tables;

/// <summary>
/// Keeps a spreadsheet from taking a text for a formula (S08): a text that begins by a sign of formula, after spaces, invisible signs or apostrophes, gets one apostrophe in front.
/// Our own import takes exactly that apostrophe away. A plain negative number stays a number.
/// </summary>
static partial class FormulaGuard
{
    public static string Put(string text) => IsDangerous(text) ? "'" + text : text;

    public static string Remove(string cell) => cell.StartsWith('\'') && IsDangerous(cell[1..]) ? cell[1..] : cell;

    /// <summary>The same for a text and for that text behind apostrophes: this is what makes the way back exact.</summary>
    static bool IsDangerous(string text)
    {
        var bare = text.AsSpan().TrimStart('\'');
        return !Negative().IsMatch(bare) && Start().IsMatch(bare);
    }

    // Tab, line feed and carriage return are signs of formula for some programs; then = + - @, their full-width and small twins, and the true minus.
    [GeneratedRegex(@"^[\s\p{Cf}]*[\t\r\n=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212]", RegexOptions.NonBacktracking)] private static partial Regex Start();
    [GeneratedRegex(@"^-[0-9]{1,15}(?:[.,][0-9]{1,15})?\z", RegexOptions.NonBacktracking)] private static partial Regex Negative();
}
