namespace Croisee.Ui;

/// <summary>One possible answer of a list: what is stored, what is read, and one line of help.</summary>
public sealed record Choice(string Value, string Label, string? Hint = null);
