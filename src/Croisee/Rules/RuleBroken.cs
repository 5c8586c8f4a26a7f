namespace Croisee.Rules;

/// <summary>
/// A rule of the domain refuses an act. <paramref name="message"/> is French, addressed to the person who tried, and says what to do.
/// One filter in Ui turns it into an error beside the field, status 400, with what was typed kept.
/// </summary>
/// <param name="code">Stable identifier of the rule, e.g. <c>EXP-R7</c>.</param>
/// <param name="field">Name of the form field concerned, when there is one.</param>
public sealed class RuleBroken(string code, string message, string? field = null) : Exception(message)
{
    public string Code { get; } = code;
    public string? Field { get; } = field;
}
