using System.Globalization;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Content;

namespace Croisee.Surveys.OnPaper;

/// <summary>One line of the page where a paper is keyed in: the number of the box that was ticked, the numbers written in the boxes of a ranking, or what was written.</summary>
/// <param name="Keys">What each number means, from 1; none for a text.</param>
public sealed record KeyedLine(string Code, string Label, IReadOnlyList<AnswerOption> Keys, bool Many, bool Ranked)
{
    public string Name => AskedField.Prefix + Code;
    public string Id => Name.Replace('.', '_');
    public string Hint => Keys.Count == 0 ? "" : Ranked ? Order : string.Join(" · ", Keys.Select((k, i) => $"{i + 1} {k.Text.Text}")) + (Many ? " (plusieurs : 1 3)" : "");

    /// <summary>In a ranking, the boxes where a number is written, in the order of the paper.</summary>
    internal IReadOnlyList<AnswerOption> Boxes => [.. Keys.Where(k => !k.Silent)];
    /// <summary>In a ranking, the boxes that are ticked instead of it: a letter each, as a number would be a place.</summary>
    internal IReadOnlyList<(string Letter, AnswerOption Option)> Instead => [.. Keys.Where(k => k.Silent).Select((k, i) => (((char)('a' + i)).ToString(), k))];

    string Order => $"Recopiez le nombre écrit dans chaque case, de haut en bas, 0 pour une case vide : {string.Join(" · ", Boxes.Select(k => k.Text.Text))}."
        + (Instead.Count == 0 ? "" : $" Ou seulement : {string.Join(" · ", Instead.Select(i => $"{i.Letter} {i.Option.Text.Text}"))}.");
}

/// <summary>A questionnaire as lines to key in, on the keyboard only: numbers in the order of the paper, an empty line for a question that was passed.</summary>
public static class KeyedFields
{
    /// <summary>The box « Comment avez-vous répondu ? » of the paper.</summary>
    public const string How = "_maniere";

    /// <summary>With every box that one of the papers has: the easy one offers more of them.</summary>
    public static IReadOnlyList<KeyedLine> Of(QuestionnaireContent content) =>
        [.. content.Fields.Select(f => new KeyedLine(f.Code, f.Text.Text, f.Question.Kind.IsClosed() ? new AskedField(f, new Reader(Easy: true), null, []).Boxes : [], f.Question.Kind is QuestionKind.Multiple, f.Question.Kind is QuestionKind.Ranking))];

    /// <summary>Numbers become codes; a number that no box has stays as it was typed, and is refused like any unknown answer.</summary>
    public static IReadOnlyList<string> Read(KeyedLine line, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return [];
        if (line.Keys.Count == 0) return [typed.Trim()];
        if (line.Ranked) return [.. Parts(typed).Select(t => line.Instead.FirstOrDefault(i => i.Letter == t).Option?.Code).OfType<string>()];
        return [.. Parts(typed).Select(t => int.TryParse(t, out var n) && n >= 1 && n <= line.Keys.Count ? line.Keys[n - 1].Code : t)];
    }

    /// <summary>Fewer numbers than boxes leave open which box is which, and would be stored as another order.</summary>
    public static string? Fault(KeyedLine line, string? typed)
    {
        if (!line.Ranked || Places(line, typed) is not { Count: > 0 } places || places.Count == line.Boxes.Count) return null;
        return $"Il y a {line.Boxes.Count} cases : écrivez {line.Boxes.Count} nombres, 0 pour une case vide.";
    }

    /// <summary>What a form of the screen would have sent: of a ranking, the place written beside each option.</summary>
    public static Func<string, IReadOnlyList<string>> Sent(QuestionnaireContent content, Func<string, string?> typed)
    {
        var lines = Of(content).ToDictionary(l => l.Code, StringComparer.Ordinal);
        return code =>
        {
            if (lines.TryGetValue(code, out var line)) return Read(line, typed(code));
            // « champ.OPTION » of a ranking.
            if (code.Split('.') is not [var ranked, var option] || !lines.TryGetValue(ranked, out var order)) return [];
            var at = order.Boxes.ToList().FindIndex(k => k.Code == option);
            return Places(order, typed(ranked)) is var places && at >= 0 && at < places.Count && places[at] != "0" ? [places[at]] : [];
        };
    }

    static List<string> Places(KeyedLine line, string? typed) => [.. Parts(typed ?? "").Where(t => line.Instead.All(i => i.Letter != t))];

    static string[] Parts(string typed) => Digits.Latin(typed).ToLower(CultureInfo.InvariantCulture).Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
