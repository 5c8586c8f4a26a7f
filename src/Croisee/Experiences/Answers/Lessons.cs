using System.ComponentModel.DataAnnotations;
using Croisee.Framework;

namespace Croisee.Experiences.Answers;

/// <summary>Step 10: evaluation, lessons, conditions to do it elsewhere (fields 42 to 44).</summary>
public sealed class Lessons : StepAnswers
{
    [Vocabulary("V-EVALUATION")] public string? Evaluation { get; set; }
    [Vocabulary("V-EVAL-METHODE")] public List<string> Methods { get; set; } = [];
    [StringLength(Limits.Short, ErrorMessage = Limits.TooLong)] public string? EvaluatedBy { get; set; }
    [StringLength(Limits.Text, ErrorMessage = Limits.TooLong)] public string? Learned { get; set; }
    [StringLength(Limits.Text, ErrorMessage = Limits.TooLong)] public string? Advice { get; set; }
    [StringLength(Limits.Text, ErrorMessage = Limits.TooLong)] public string? Elsewhere { get; set; }

    public override IEnumerable<MissingAnswer> Missing()
    {
        if (Blank(Evaluation)) yield return new(nameof(Evaluation), "Dites où en est l’évaluation. « Non » est une réponse.");
    }

    public override bool IsEmpty() => Blank(Evaluation) && Methods.Count == 0 && Blank(EvaluatedBy) && Blank(Learned) && Blank(Advice) && Blank(Elsewhere);
    public override IEnumerable<(string, string?)> FreeTexts() => [(nameof(EvaluatedBy), EvaluatedBy), (nameof(Learned), Learned), (nameof(Advice), Advice), (nameof(Elsewhere), Elsewhere)];

    public override void Replace(string field, string text)
    {
        switch (field)
        {
            case nameof(EvaluatedBy): EvaluatedBy = text; break;
            case nameof(Learned): Learned = text; break;
            case nameof(Advice): Advice = text; break;
            case nameof(Elsewhere): Elsewhere = text; break;
        }
    }

    public override void Tidy() => (EvaluatedBy, Learned, Advice, Elsewhere) = (Trim(EvaluatedBy), Trim(Learned), Trim(Advice), Trim(Elsewhere));
}
