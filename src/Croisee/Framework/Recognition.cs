namespace Croisee.Framework;

/// <summary>Status and recognition of those who engage (domain 3.4): what must be said when money is involved.</summary>
public static class Recognition
{
    /// <summary>Shown beside any line that counts as income (STA-R1). Amounts and rights change: it advises, it does not decide.</summary>
    public const string RightsWarning = "Ce revenu peut modifier vos droits (AAH, RSA, prime d’activité, aides au logement). Parlez-en avant.";

    /// <summary>A refund is no income (STA-R1).</summary>
    public static bool NeedsRightsWarning(IEnumerable<string> recognitions) =>
        recognitions.Any(code => Vocabularies.Recognition.Find(code) is { CountsAsIncome: true });
}
