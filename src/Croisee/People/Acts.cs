namespace Croisee.People;

/// <summary>What happens in this room, as the journal names it.</summary>
public static class Acts
{
    public const string SignedIn = "personne.connectee", PersonCreated = "personne.creee", PersonChanged = "personne.modifiee",
        OrganisationCreated = "structure.creee", OrganisationChanged = "structure.modifiee", OrganisationDeleted = "structure.supprimee", RoleGiven = "role.donne", RoleEnded = "role.retire",
        SecondFactorSet = "second-facteur.active", SecondFactorStopped = "second-facteur.arrete", SessionsEnded = "sessions.fermees", SessionsEndedByOffice = "sessions.fermees-par-le-bureau", Invited = "personne.invitee",
        InvitationAccepted = "invitation.acceptee", InvitationRevoked = "invitation.annulee", AccountClosed = "compte.ferme", AccountSuspended = "compte.suspendu", AccountReopened = "compte.rouvert",
        SecondFactorPassed = "second-facteur.passe", RecoveryCodeUsed = "second-facteur.code-de-secours", RecoveryCodesMade = "second-facteur.codes-refaits",
        EmailAsked = "adresse.demandee", EmailChanged = "adresse.changee", AccountGivenBack = "compte.rendu", SecondFactorReset = "second-facteur.remis-a-zero",
        SelfPromotionRefused = "role.refuse-a-soi-meme", EnteredByDemo = "personne.demonstration";
}
