namespace Croisee.People;

/// <summary>Keys that seal cookies and form tokens, in the database so that several instances and a restart share them.</summary>
public sealed class ProtectionKey
{
    public string Name { get; init; } = "";
    public string Xml { get; init; } = "";
}
