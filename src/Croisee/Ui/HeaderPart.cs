namespace Croisee.Ui;

/// <summary>A slot of the layout: a higher room says who is signed in, beside the reading mode. Ui knows no person.</summary>
public sealed record HeaderPart(string PartialPath);
