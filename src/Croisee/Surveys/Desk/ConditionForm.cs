using Croisee.Surveys.Answering;
using Croisee.Surveys.Content;

namespace Croisee.Surveys.Desk;

/// <summary>The form of a condition: some lines « question, comparison, value », joined by « toutes » or « au moins une », and « sauf si ».</summary>
public sealed class ConditionForm
{
    public const string If = "si", Unless = "sauf", All = "toutes", One = "une", Keep = "garder", Replace = "remplacer";
    /// <summary>Lines left empty for more, and lines shown at least.</summary>
    const int Spare = 2, Least = 3;

    public string? When { get; set; } = If;
    public string? Join { get; set; } = All;
    public List<LineForm> Lines { get; set; } = [];
    /// <summary>For a condition that these lines cannot show: it stays unless somebody says « remplacer ».</summary>
    public string? Elsewhere { get; set; } = Keep;

    public sealed class LineForm
    {
        public string? Field { get; set; }
        public LineTest? Test { get; set; }
        /// <summary>« champ|réponse ».</summary>
        public string? Answer { get; set; }
        public int? Number { get; set; }

        public bool IsEmpty => string.IsNullOrEmpty(Field) && Test is null && string.IsNullOrEmpty(Answer) && Number is null;
    }

    public static ConditionForm Of(ConditionLines? lines, IReadOnlyList<AnswerField> before)
    {
        var form = new ConditionForm();
        if (lines is not null) (form.When, form.Join, form.Lines) = (lines.Unless ? Unless : If, lines.Any ? One : All, [.. lines.Lines.Select(l => Shown(l, before))]);
        return form.WithRoom();
    }

    /// <summary>A place on a scale is shown as the answer that stands there.</summary>
    static LineForm Shown(ConditionLine line, IReadOnlyList<AnswerField> before)
    {
        var option = line.Option ?? (ConditionLine.Compares(line.Test) ? OptionAt(line, before) : null);
        return new() { Field = line.Field, Test = line.Test, Answer = option is null ? null : $"{line.Field}|{option}", Number = option is null ? line.Number : null };
    }

    static string? OptionAt(ConditionLine line, IReadOnlyList<AnswerField> before) =>
        before.Where(f => f.Code == line.Field && f.Question.Kind.HasScale()).SelectMany(f => f.Question.Choices()).FirstOrDefault(o => ConditionLine.PlaceOf(o) == line.Number);

    public ConditionForm WithRoom()
    {
        var wanted = Math.Min(ConditionLines.Most, Math.Max(Least, Lines.Count(l => !l.IsEmpty) + Spare));
        while (Lines.Count < wanted) Lines.Add(new());
        return this;
    }

    /// <summary>What is wrong, by field of the form, with a sentence that says what to do.</summary>
    public IReadOnlyList<(string Field, string Sentence)> Faults(QuestionnaireContent content, IReadOnlyList<AnswerField> before, string target)
    {
        var faults = new List<(string, string)>();
        if (When is not (If or Unless)) faults.Add(("When", "Choisissez une réponse de la liste."));
        if (Join is not (All or One)) faults.Add(("Join", "Choisissez une réponse de la liste."));
        if (Lines.Count > ConditionLines.Most) faults.Add(("", $"Une condition a {ConditionLines.Most} lignes au plus."));
        for (var i = 0; i < Lines.Count; i++)
            if (!Lines[i].IsEmpty && new LineCheck(content, before, target).Of(Lines[i]) is var (field, sentence)) faults.Add(($"Lines[{i}].{field}", sentence));
        return faults;
    }

    /// <summary>Once there is no fault.</summary>
    public Condition? Write() => new ConditionLines([.. Lines.Where(l => !l.IsEmpty).Select(Line)], Join == One, When == Unless).Write();

    static ConditionLine Line(LineForm line)
    {
        var (field, test, option) = (line.Field!, line.Test!.Value, line.Answer?.Split('|') is [_, { Length: > 0 } said] ? said : null);
        if (ConditionLine.NeedsOption(test)) return new(field, test, option);
        return new(field, test, null, ConditionLine.Compares(test) && option is not null ? ConditionLine.PlaceOf(option) : line.Number);
    }

    /// <summary>« champ|réponse » for every answer of a closed question, under its question.</summary>
    public static IEnumerable<Ui.Choice> Answers(IEnumerable<AnswerField> fields) =>
        fields.Where(f => f.Question.Kind.IsClosed() && f.Question.Kind is not QuestionKind.Ranking)
            .SelectMany(f => new AskedField(f, default, null, []).Options.Select(o => new Ui.Choice($"{f.Code}|{o.Code}", o.Text.Text, null, f.Text.Text)));

    public static readonly IReadOnlyList<Ui.Choice> Tests =
    [
        Test(LineTest.Chosen, "est", "Une réponse"), Test(LineTest.NotChosen, "n’est pas", "Une réponse"),
        Test(LineTest.Answered, "a une réponse", "Une réponse"), Test(LineTest.NotAnswered, "n’a pas de réponse", "Une réponse"),
        Test(LineTest.AtLeast, "est au moins", "Un nombre, ou un point d’une échelle"), Test(LineTest.AtMost, "est au plus", "Un nombre, ou un point d’une échelle"),
        Test(LineTest.Equal, "est exactement", "Un nombre, ou un point d’une échelle"), Test(LineTest.More, "est plus que", "Un nombre, ou un point d’une échelle"), Test(LineTest.Less, "est moins que", "Un nombre, ou un point d’une échelle"),
        Test(LineTest.CountAtLeast, "a au moins tant de réponses cochées", "Combien de réponses cochées"), Test(LineTest.CountAtMost, "a au plus tant de réponses cochées", "Combien de réponses cochées"),
        Test(LineTest.CountEqual, "a exactement tant de réponses cochées", "Combien de réponses cochées"), Test(LineTest.CountMore, "a plus de réponses cochées que", "Combien de réponses cochées"), Test(LineTest.CountLess, "a moins de réponses cochées que", "Combien de réponses cochées"),
    ];

    static Ui.Choice Test(LineTest test, string label, string group) => new(test.ToString(), label, null, group);
}
