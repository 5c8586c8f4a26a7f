namespace Croisee.Surveys.Exchange;

enum TokenKind { End, Name, Number, Text, Sign }

readonly record struct ConditionToken(TokenKind Kind, string Text);

/// <summary>The words of a condition as LimeSurvey and XLSForm write them: <c>${q}</c>, <c>Q1.NAOK</c>, <c>'a'</c>, <c>&gt;=</c>.</summary>
static class ConditionTokens
{
    /// <summary>Signs; longer ones are programs.</summary>
    public const int LongestText = 4000;
    static readonly string[] Signs = ["==", "!=", "<=", ">=", "&&", "||", "(", ")", ",", "=", "<", ">", "!"];

    public static List<ConditionToken> Of(string text)
    {
        if (text.Length > LongestText) throw new UnsaidCondition("elle est trop longue");
        var tokens = new List<ConditionToken>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at])) { at++; continue; }
            tokens.Add(Next(text, ref at));
        }
        tokens.Add(new(TokenKind.End, ""));
        return tokens;
    }

    static ConditionToken Next(string text, ref int at)
    {
        if (text[at] is '"' or '\'') return Quoted(text, ref at);
        if (text[at] == '$' && at + 1 < text.Length && text[at + 1] == '{')
        {
            var end = text.IndexOf('}', at);
            if (end < 0) throw new UnsaidCondition("une accolade n’est pas fermée");
            var name = text[(at + 2)..end].Trim();
            at = end + 1;
            return new(TokenKind.Name, name);
        }
        // The value itself, in a limit: « . >= 0 ».
        if (text[at] == '.' && (at + 1 == text.Length || !IsOfName(text, at + 1))) { at++; return new(TokenKind.Name, "."); }
        if (IsOfName(text, at) || text[at] == '-' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])) return Word(text, ref at);
        foreach (var sign in Signs)
            if (string.CompareOrdinal(text, at, sign, 0, sign.Length) == 0) { at += sign.Length; return new(TokenKind.Sign, sign); }
        throw new UnsaidCondition($"elle utilise « {text[at]} »");
    }

    static ConditionToken Quoted(string text, ref int at)
    {
        var end = text.IndexOf(text[at], at + 1);
        if (end < 0) throw new UnsaidCondition("un guillemet n’est pas fermé");
        var said = text[(at + 1)..end];
        at = end + 1;
        return new(TokenKind.Text, said);
    }

    static ConditionToken Word(string text, ref int at)
    {
        var from = at++;
        while (at < text.Length && (IsOfName(text, at) || text[at] == '-' && char.IsAsciiLetter(text[at - 1]) && at + 1 < text.Length && char.IsAsciiLetter(text[at + 1]))) at++;
        var word = text[from..at];
        return new(word.TrimStart('-').All(c => char.IsAsciiDigit(c) || c == '.') ? TokenKind.Number : TokenKind.Name, word);
    }

    static bool IsOfName(string text, int at) => char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or '.';
}
