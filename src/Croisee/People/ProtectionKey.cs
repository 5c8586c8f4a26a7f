namespace Croisee.People;

/// <summary>Keys that seal cookies, form tokens and contact data, in the database so that several instances and a restart share them; sealed there by <see cref="ProtectionSeal"/>.</summary>
public sealed class ProtectionKey
{
    ProtectionKey() { }

    public ProtectionKey(string name, string sealedText) => (Name, Xml) = (name, sealedText);

    public string Name { get; private set; } = "";
    public string Xml { get; private set; } = "";

    public void SealAgain(string text) => Xml = text;
}
