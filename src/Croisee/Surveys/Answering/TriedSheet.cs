using Croisee.Surveys.Content;

namespace Croisee.Surveys.Answering;

/// <summary>What would have been recorded of a trial: each field with its codes and their words.</summary>
public sealed record TriedSheet(PutSurvey Put, DateOnly Day, HowAnswered How, GivenAnswers Given)
{
    public IEnumerable<TriedLine> Closed => Lines.Where(l => !l.Field.Question.Kind.IsText());
    /// <summary>Stored apart, each under an id of its own.</summary>
    public IEnumerable<TriedLine> Texts => Lines.Where(l => l.Field.Question.Kind.IsText());

    IEnumerable<TriedLine> Lines
    {
        get
        {
            var put = Put.Content.PutTo(Given).Select(q => q.Code).ToHashSet(StringComparer.Ordinal);
            return Put.Content.Fields.Select(f => new TriedLine(f, put.Contains(f.Question.Code), Given[f.Code], [.. Given[f.Code].Select(code => Words(f, code))]));
        }
    }

    static string Words(AnswerField field, string code) => new AskedField(field, default, null, []).Kept.FirstOrDefault(o => o.Code == code)?.Text.Text ?? code;
}

/// <param name="IsPut">Its condition held.</param>
public sealed record TriedLine(AnswerField Field, bool IsPut, IReadOnlyList<string> Codes, IReadOnlyList<string> Words);
