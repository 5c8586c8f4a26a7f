using System.Globalization;

namespace Croisee.Surveys.Content;

/// <summary>
/// Reads what was sent against what was asked, in the order of the questionnaire: what a condition hides is neither required nor kept,
/// and what the questionnaire does not offer is refused, whoever sent it.
/// </summary>
public sealed class ReadAnswers
{
    const string NotChosen = "Choisissez une réponse.", NotWritten = "Écrivez une réponse.";
    readonly Func<string, IReadOnlyList<string>> sent;
    readonly List<(string Field, string Sentence)> errors = [];

    ReadAnswers(Func<string, IReadOnlyList<string>> sent) => this.sent = sent;

    public GivenAnswers Given { get; } = new();
    /// <summary>By field code, with a French sentence that says what to do.</summary>
    public IReadOnlyList<(string Field, string Sentence)> Errors => errors;

    /// <param name="sent">The values that came under a name, none when nothing came.</param>
    public static ReadAnswers Of(QuestionnaireContent content, Func<string, IReadOnlyList<string>> sent)
    {
        var read = new ReadAnswers(sent);
        foreach (var question in content.PutTo(read.Given))
            foreach (var field in question.Fields()) read.Read(field);
        return read;
    }

    /// <summary>One field alone, when questions come one by one.</summary>
    public static ReadAnswers Of(AnswerField field, Func<string, IReadOnlyList<string>> sent)
    {
        var read = new ReadAnswers(sent);
        read.Read(field);
        return read;
    }

    /// <summary>
    /// The same without the answers that are wrong in a way that <paramref name="leaves"/> names: each time one is left out all is read again, for what it showed is not put any more.
    /// They are in <see cref="Left"/>.
    /// </summary>
    public static ReadAnswers Without(QuestionnaireContent content, Func<string, IReadOnlyList<string>> sent, Func<string, string, bool> leaves)
    {
        var left = new List<(string Field, string Sentence)>();
        while (true)
        {
            var read = Of(content, name => left.Exists(l => l.Field == name || name.StartsWith(l.Field + ".", StringComparison.Ordinal)) ? [] : sent(name));
            var wrong = read.Errors.Where(e => leaves(e.Field, e.Sentence) && left.TrueForAll(l => l.Field != e.Field)).DistinctBy(e => e.Field).ToList();
            if (wrong.Count == 0) { read.Left = left; return read; }
            left.AddRange(wrong);
        }
    }

    /// <summary>What a form would have sent for an answer that is kept: an order as places.</summary>
    public static Func<string, IReadOnlyList<string>> SentOf(AnswerField field, IReadOnlyList<string> said) => name =>
        name == field.Code ? said
        : field.Question.Kind is QuestionKind.Ranking && name.StartsWith(field.Code + ".", StringComparison.Ordinal) && said.ToList().IndexOf(name[(field.Code.Length + 1)..]) is >= 0 and var at ? [(at + 1).ToString(CultureInfo.InvariantCulture)] : [];

    /// <summary>By field code: answers that are not among those given, and why.</summary>
    public IReadOnlyList<(string Field, string Sentence)> Left { get; private set; } = [];

    /// <summary>Whether an error says that nothing was answered, rather than something wrong.</summary>
    public static bool IsMissing(string sentence) => sentence is NotChosen or NotWritten;

    /// <summary>Whether it says that fewer or more were chosen than the question asks for, and nothing else.</summary>
    public static bool IsOfBounds(AskedQuestion question, string sentence) => IsTooFew(question, sentence) || sentence == TooMany(question);

    public static bool IsTooFew(AskedQuestion question, string sentence) => sentence == TooFew(question);

    void Read(AnswerField field)
    {
        var question = field.Question;
        var values = question.Kind is QuestionKind.Ranking ? Ranked(field) : [.. sent(field.Code).Select(v => v.ReplaceLineEndings("\n").Trim()).Where(v => v.Length > 0)];
        if (CountedClasses.Counts(question.Kind)) values = values.ConvertAll(Digits.Latin);
        if (question.MayRefuse && sent(field.Code).Contains(AnswerOption.Refusal.Code))
        {
            if (values.Any(v => v != AnswerOption.Refusal.Code)) errors.Add((field.Code, Alone(AnswerOption.Refusal, question.Kind)));
            return;
        }
        if (values.Count == 0)
        {
            if (question.Required && !errors.Any(e => e.Field == field.Code)) errors.Add((field.Code, question.Kind.IsClosed() ? NotChosen : NotWritten));
            return;
        }
        if (!errors.Any(e => e.Field == field.Code) && Fault(question, values) is { } fault) errors.Add((field.Code, fault));
        Given.Set(field.Code, values);
    }

    static string? Fault(AskedQuestion question, IReadOnlyList<string> values) => question.Kind switch
    {
        QuestionKind.Multiple => Several(question, values),
        QuestionKind.Ranking => question.Silences().Any(o => o.Code == values[0]) ? null : Bounds(question, values.Count),
        QuestionKind.Number => Number(question, values),
        QuestionKind.Day => values.Count > 1 || DayOf(values[0]) is null ? Ui.DayInput.Help : null,
        QuestionKind.ShortText or QuestionKind.LongText => values.Count > 1 ? "Écrivez un seul texte." : values[0].Length > question.TextMax ? $"Votre texte est trop long : {values[0].Length} caractères, pour {question.TextMax} au plus." : null,
        _ => values.Count > 1 ? "Choisissez une seule réponse." : question.Kept().Contains(values[0]) ? null : "Choisissez une réponse de la liste.",
    };

    static string? Several(AskedQuestion question, IReadOnlyList<string> values)
    {
        var offered = question.Options.Where(o => !o.Silent).Concat(question.Silences()).ToDictionary(o => o.Code, StringComparer.Ordinal);
        if (values.Distinct().Count() != values.Count || values.Any(v => !offered.ContainsKey(v))) return "Choisissez des réponses de la liste.";
        if (values.Count > 1 && values.FirstOrDefault(v => offered[v].Silent) is { } silent) return Alone(offered[silent], question.Kind);
        return offered[values[0]].Silent ? null : Bounds(question, values.Count);
    }

    static string? Bounds(AskedQuestion question, int chosen) =>
        chosen > question.Most ? TooMany(question) : chosen < question.Least ? TooFew(question) : null;

    static string TooMany(AskedQuestion question) => $"Choisissez {question.Most} réponses au plus.";

    static string TooFew(AskedQuestion question) => $"Choisissez au moins {question.Least} réponses.";

    static string Alone(AnswerOption silent, QuestionKind kind) => $"Si vous choisissez « {silent.Text.Text} », {(kind.IsClosed() ? "ne choisissez" : "n’écrivez")} rien d’autre.";

    static string? Number(AskedQuestion question, IReadOnlyList<string> values)
    {
        if (values.Count > 1 || !int.TryParse(values[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return "Écrivez un nombre entier, en chiffres.";
        if (number < question.Least) return $"Écrivez {question.Least} ou plus.";
        return number > question.Most ? $"Écrivez {question.Most} ou moins." : null;
    }

    internal static DateOnly? DayOf(string typed) =>
        DateOnly.TryParseExact(typed, ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Each option has its own field with a place; two at one place are said, a place left empty leaves the option out. What says nothing has no place: it is chosen alone.</summary>
    List<string> Ranked(AnswerField field)
    {
        var placed = new List<(int Place, string Code)>();
        var silent = field.Question.Silences().Where(o => sent(field.Code).Contains(o.Code)).ToList();
        var options = field.Question.Options.Where(o => !o.Silent).ToList();
        foreach (var option in options)
            if (sent($"{field.Code}.{option.Code}") is [{ Length: > 0 } typed, ..])
            {
                if (int.TryParse(Digits.Latin(typed), NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place >= 1 && place <= options.Count) placed.Add((place, option.Code));
                else errors.Add((field.Code, "Choisissez une place de la liste."));
            }
        if (placed.Select(p => p.Place).Distinct().Count() < placed.Count) errors.Add((field.Code, "Deux réponses ont la même place : donnez à chacune la sienne."));
        if (silent.Count + Math.Min(placed.Count, 1) > 1) errors.Add((field.Code, Alone(silent[0], QuestionKind.Ranking)));
        return [.. placed.OrderBy(p => p.Place).Select(p => p.Code), .. silent.Select(o => o.Code)];
    }
}
