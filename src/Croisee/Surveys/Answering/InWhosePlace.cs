namespace Croisee.Surveys.Answering;

/// <summary>Whether one answers for oneself or in a person's place, and the other choice, on the same page and in the same way of answering.</summary>
/// <param name="Part">Of the survey: this page's.</param>
/// <param name="Helps">Who reads it helps somebody else answer.</param>
sealed record InWhosePlace(AnswerScreen Screen, string Part = "", bool Helps = false);
