using Croisee.Journal;

namespace Croisee.People;

/// <summary>The acts of this room, as the journal says them.</summary>
static class ActWords
{
    public static readonly ToldActs Told = new(new Dictionary<string, string>
    {
        [Acts.SignedIn] = "s’est connecté·e",
        [Acts.EnteredByDemo] = "est entré·e par la démonstration",
        [Acts.PersonCreated] = "a créé un compte",
        [Acts.PersonChanged] = "a modifié un compte",
        [Acts.OrganisationCreated] = "a créé une structure",
        [Acts.OrganisationChanged] = "a modifié une structure",
        [Acts.OrganisationDeleted] = "a supprimé une structure vide",
        [Acts.RoleGiven] = "a donné un rôle",
        [Acts.RoleEnded] = "a retiré un rôle",
        [Acts.SelfPromotionRefused] = "a voulu se donner un rôle : refusé",
        [Acts.AccountSuspended] = "a suspendu un compte",
        [Acts.AccountReopened] = "a rouvert un compte suspendu",
        [Acts.AccountGivenBack] = "a rendu un compte à l’adresse d’avant",
        [Acts.SecondFactorSet] = "a ajouté un second facteur",
        [Acts.SecondFactorStopped] = "a retiré son second facteur",
        [Acts.SecondFactorPassed] = "a passé le second facteur",
        [Acts.SecondFactorReset] = "a remis un second facteur à zéro",
        [Acts.RecoveryCodeUsed] = "a utilisé un code de secours",
        [Acts.RecoveryCodesMade] = "a refait ses codes de secours",
        [Acts.SessionsEnded] = "a fermé ses autres connexions",
        [Acts.SessionsEndedByOffice] = "a fermé les connexions d’une autre personne",
        [Acts.Invited] = "a invité une personne",
        [Acts.InvitationAccepted] = "a accepté une invitation",
        [Acts.InvitationRevoked] = "a annulé une invitation",
        [Acts.AccountClosed] = "a fermé son compte",
        [Acts.EmailAsked] = "a demandé à changer d’adresse",
        [Acts.EmailChanged] = "a changé d’adresse",
    });
}
