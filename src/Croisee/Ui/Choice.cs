namespace Croisee.Ui;

/// <summary>One possible answer of a list: what is stored, what is read, one line of help, and the heading under which a long list folds it.</summary>
public sealed record Choice(string Value, string Label, string? Hint = null, string? Group = null);
