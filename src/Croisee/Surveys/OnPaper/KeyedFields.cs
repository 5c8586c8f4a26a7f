using Croisee.Surveys.Answering;
using Croisee.Surveys.Content;

namespace Croisee.Surveys.OnPaper;

/// <summary>One line of the page where a paper is keyed in: the number of the box that was ticked, or what was written.</summary>
/// <param name="Keys">What each number means, from 1; none for a text.</param>
public sealed record KeyedLine(string Code, string Label, IReadOnlyList<AnswerOption> Keys, bool Many)
{
    public string Name => AskedField.Prefix + Code;
    public string Id => Name.Replace('.', '_');
    public string Hint => Keys.Count == 0 ? "" : string.Join(" · ", Keys.Select((k, i) => $"{i + 1} {k.Text.Text}")) + (Many ? " (plusieurs : 1 3)" : "");
}

/// <summary>A questionnaire as lines to key in, on the keyboard only: numbers in the order of the paper, an empty line for a question that was passed.</summary>
public static class KeyedFields
{
    /// <summary>The box « Comment avez-vous répondu ? » of the paper.</summary>
    public const string How = "_maniere";

    public static IReadOnlyList<KeyedLine> Of(QuestionnaireContent content) =>
        [.. content.Fields.Select(f => new KeyedLine(f.Code, f.Text.Text, f.Question.Kind.IsClosed() ? new AskedField(f, default, null, []).Offered : [], f.Question.Kind is QuestionKind.Multiple or QuestionKind.Ranking))];

    /// <summary>Numbers become codes; a number that no box has stays as it was typed, and is refused like any unknown answer.</summary>
    public static IReadOnlyList<string> Read(KeyedLine line, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return [];
        if (line.Keys.Count == 0) return [typed.Trim()];
        return [.. typed.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(t => int.TryParse(t, out var n) && n >= 1 && n <= line.Keys.Count ? line.Keys[n - 1].Code : t)];
    }

    /// <summary>What a form of the screen would have sent: a ranking is places by option, not options by place.</summary>
    public static Func<string, IReadOnlyList<string>> Sent(QuestionnaireContent content, Func<string, string?> typed)
    {
        var lines = Of(content).ToDictionary(l => l.Code, StringComparer.Ordinal);
        return code =>
        {
            if (lines.TryGetValue(code, out var line)) return Read(line, typed(code));
            // « champ.OPTION » of a ranking: the place of the option in what was keyed.
            if (code.Split('.') is not [var ranked, var option] || !lines.TryGetValue(ranked, out var order)) return [];
            var at = Read(order, typed(ranked)).ToList().IndexOf(option);
            return at < 0 ? [] : [(at + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)];
        };
    }
}
