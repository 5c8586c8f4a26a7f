using System.ComponentModel.DataAnnotations;

namespace Croisee.Experiences.CallOffice;

/// <summary>A question of a call's own, as it is written or corrected.</summary>
public sealed class QuestionForm
{
    [Required(ErrorMessage = "Écrivez la question."), StringLength(CallQuestion.TextMax, ErrorMessage = Answers.Limits.TooLong)] public string? Text { get; set; }
    [StringLength(CallQuestion.TextMax, ErrorMessage = Answers.Limits.TooLong)] public string? Hint { get; set; }
    [Required(ErrorMessage = "Choisissez une longueur.")] public bool? IsLong { get; set; }
}
