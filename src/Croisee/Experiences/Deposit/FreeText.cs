namespace Croisee.Experiences.Deposit;

/// <summary>What is said under every free text of the deposit (EXP-R3, RGP-R2).</summary>
public static class FreeText
{
    public const string NothingOfAPerson = "N’écrivez pas de nom ni d’information de santé sur une personne.";
}
