namespace Croisee.Experiences;

/// <summary>What happens in this room, as the journal names it.</summary>
public static class Acts
{
    public const string CallCreated = "appel.cree", CallWritten = "appel.ecrit", CallPublished = "appel.publie", CallExtended = "appel.prolonge", CallQuestion = "appel.question", CallOpened = "appel.ouvert", CallEnded = "appel.clos", CallEndsSoon = "appel.bientot-clos", CallErased = "appel.supprime", DraftWarned = "experience.avertissement",
        Begun = "experience.commencee", StepSaved = "experience.etape", TracesRemoved = "experience.traces-retirees", AuthorInvited = "experience.auteur-invite", AuthorEnded = "experience.auteur-retire", CodeRenewed = "experience.code-renouvele", CodeSent = "experience.code-envoye", CodeRemade = "experience.code-refait",
        Signed = "experience.signee", SignatureTakenBack = "experience.signature-retiree", Submitted = "experience.envoyee", CompletionReminded = "experience.precision-rappelee", Withdrawn = "experience.retiree", DraftErased = "experience.brouillon-efface", WithdrawnErased = "experience.retiree-effacee", ArchivedUndecided = "experience.archivee-sans-decision", FilesErased = "experience.pieces-effacees",
        MessageSent = "experience.message", ContactSaved = "contact.enregistre", ContactErased = "contact.efface", ContactRead = "contact.lu", ContactCorrected = "contact.corrige", RecontactTakenBack = "contact.recontact-repris", Attached = "experience.piece", Detached = "experience.piece-retiree", LinkGiven = "experience.lien", LinkRemoved = "experience.lien-retire", Imported = "experience.importee";
}
