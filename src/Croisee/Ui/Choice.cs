namespace Croisee.Ui;

/// <summary>One possible answer of a list: what is stored, what is read, one line of help, and the heading under which a long list folds it.</summary>
public sealed record Choice(string Value, string Label, string? Hint = null, string? Group = null);

/// <summary>The answers of a list that no longer offers all it did: one that was chosen before stays in sight, or saving the form again would lose it.</summary>
public interface IChoices : IEnumerable<Choice>
{
    IEnumerable<Choice> With(IReadOnlyCollection<string> chosen);
}
