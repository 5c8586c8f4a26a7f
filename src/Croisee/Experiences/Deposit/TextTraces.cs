using Croisee.Experiences.Answers;
using Croisee.Words;

namespace Croisee.Experiences.Deposit;

/// <summary>The traces of identity found in one free text of a step.</summary>
public sealed record TextTraces(string Field, string Text, IReadOnlyList<Trace> Found)
{
    public static IReadOnlyList<TextTraces> In(StepAnswers answers) =>
        [.. answers.FreeTexts().Where(t => !string.IsNullOrWhiteSpace(t.Text)).Select(t => new TextTraces(t.Field, t.Text!, IdentityTraces.Find(t.Text!))).Where(t => t.Found.Count > 0)];

    public string Cleaned => IdentityTraces.Remove(Text, Found);
}
