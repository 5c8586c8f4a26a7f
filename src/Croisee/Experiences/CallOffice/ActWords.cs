using Croisee.Journal;

namespace Croisee.Experiences.CallOffice;

/// <summary>The acts of this room as a history says them. An act that no room tells in words is shown by its code rather than hidden.</summary>
static class ActWords
{
    public static readonly ToldActs Told = new(new Dictionary<string, string>
    {
        [Acts.CallCreated] = "a commencé l’appel",
        [Acts.CallWritten] = "a modifié l’appel",
        [Acts.CallPublished] = "a rendu l’appel public",
        [Acts.CallExtended] = "a prolongé l’appel",
        [Acts.CallQuestion] = "a modifié les questions",
        [Acts.CallOpened] = "a noté l’ouverture de l’appel",
        [Acts.CallEndsSoon] = "a annoncé la fin prochaine de l’appel",
        [Acts.CallEnded] = "a noté la fin de l’appel",
        [Acts.CallErased] = "a supprimé l’appel, jamais ouvert",
        [Acts.Begun] = "ont commencé le brouillon",
        [Acts.StepSaved] = "ont enregistré une étape",
        [Acts.TracesRemoved] = "ont retiré des traces d’identité",
        [Acts.AuthorInvited] = "ont invité quelqu’un à écrire",
        [Acts.AuthorEnded] = "ont retiré un code",
        [Acts.CodeRenewed] = "ont fait un nouveau code",
        [Acts.CodeSent] = "ont envoyé un code par courriel",
        [Acts.CodeRemade] = "a envoyé un nouveau code à l’adresse gardée",
        [Acts.Signed] = "ont signé",
        [Acts.SignatureTakenBack] = "ont retiré une signature",
        [Acts.Submitted] = "ont envoyé l’expérience",
        [Acts.CompletionReminded] = "a rappelé aux auteurs la précision demandée",
        [Acts.Withdrawn] = "ont retiré l’expérience",
        [Acts.DraftWarned] = "a prévenu que le brouillon serait effacé",
        [Acts.DraftErased] = "a effacé un brouillon",
        [Acts.WithdrawnErased] = "a effacé le texte, les fichiers et les messages d’une expérience retirée",
        [Acts.ArchivedUndecided] = "a archivé l’expérience, sans décision à la fin des travaux",
        [Acts.FilesErased] = "a effacé des fichiers retirés du texte",
        [Acts.MessageSent] = "a envoyé un message",
        [Acts.ContactSaved] = "ont enregistré des coordonnées",
        [Acts.ContactErased] = "a effacé des coordonnées",
        [Acts.ContactRead] = "a lu les coordonnées",
        [Acts.ContactCorrected] = "a corrigé les coordonnées",
        [Acts.RecontactTakenBack] = "a repris l’accord pour d’autres projets",
        [Acts.Attached] = "ont joint un fichier",
        [Acts.Detached] = "ont retiré un fichier",
        [Acts.LinkGiven] = "ont ajouté un lien",
        [Acts.LinkRemoved] = "ont retiré un lien",
        [Acts.Imported] = "a importé l’expérience",
    });
}
