namespace Croisee.Framework;

/// <summary>What happens in this room, as the journal names it.</summary>
public static class Acts
{
    public const string LabelChanged = "libelle.modifie", LabelRestored = "libelle.retabli";
}
