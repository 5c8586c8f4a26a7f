namespace Croisee.Files;

/// <summary>Why a file is not taken. Stored as text beside the file, said in words by <see cref="Refusals"/>.</summary>
public enum Refusal
{
    Empty, TooBig, TooMany,
    Unknown, Executable, WebPage, Archive, Macros, ActiveContent, OldOffice, Encrypted,
    OtherPicture, Video, UnreadableText, Damaged,
    TooManyPixels, TooManyPages, Bomb,
    Infected, CouldNotBeScanned,
    NoRoom, EnoughToday,
}

public static class Refusals
{
    /// <summary>The reason in plain French, always with what the person can do about it.</summary>
    public static string Say(this Refusal refusal, FileLimits? limits = null)
    {
        var allowed = limits ?? FileLimits.Default;
        return refusal switch
        {
            Refusal.Empty => "Ce fichier est vide. Vérifiez-le puis choisissez-le à nouveau.",
            Refusal.TooBig => $"Ce fichier est trop lourd. La limite est de {allowed.MegaBytes} Mo par fichier.",
            Refusal.TooMany => $"Il y a trop de fichiers. Vous pouvez en joindre {allowed.MaxFiles} au plus.",
            Refusal.Executable => "Ce fichier est un programme. Les programmes ne sont pas acceptés.",
            Refusal.WebPage => "Ce fichier est une page web ou un dessin SVG, qui peuvent cacher un programme. Enregistrez-le en PDF ou en image (JPEG, PNG).",
            Refusal.Archive => "Ce fichier est une archive (ZIP ou autre). Joignez plutôt les documents un par un.",
            Refusal.Macros => "Ce document contient des macros, qui sont de petits programmes. Enregistrez-le sans macros (.docx, .xlsx, .pptx, .odt) ou en PDF.",
            Refusal.ActiveContent => "Ce document contient un programme ou un autre fichier incorporé. Enregistrez-le à nouveau en PDF simple, sans pièce jointe.",
            Refusal.OldOffice => "Ce document est dans un ancien format, ou protégé par un mot de passe. Enregistrez-le en .docx, .xlsx, .pptx, .odt ou en PDF, sans mot de passe.",
            Refusal.Encrypted => "Ce document est protégé (mot de passe ou chiffrement). Enregistrez-le sans protection, sinon personne ne pourra le lire.",
            Refusal.OtherPicture => "Ce format d’image n’est pas accepté. Enregistrez l’image en JPEG ou en PNG.",
            Refusal.Video => "Les vidéos ne sont pas acceptées comme fichiers. Vous pouvez donner l’adresse d’une vidéo dans le texte.",
            Refusal.UnreadableText => "Ce texte n’est pas lisible. Enregistrez-le en texte simple (codage UTF-8) ou en PDF.",
            Refusal.Damaged => "Ce fichier semble abîmé ou incomplet. Ouvrez-le, enregistrez-le à nouveau, puis choisissez-le encore une fois.",
            Refusal.TooManyPixels => "Cette image est trop grande. Réduisez ses dimensions (64 millions de points au plus).",
            Refusal.TooManyPages => "Ce PDF a trop de pages (2 000 au plus). Joignez seulement la partie utile.",
            Refusal.Bomb => "Ce document devient démesuré une fois ouvert. Enregistrez-le à nouveau, ou joignez-le en PDF.",
            Refusal.Infected => "L’antivirus a reconnu un virus dans ce fichier. Il n’a pas été gardé.",
            Refusal.CouldNotBeScanned => "L’antivirus n’a pas réussi à lire ce fichier, après trois essais. Il reste à l’écart. Essayez de l’enregistrer à nouveau, ou en PDF.",
            Refusal.NoRoom => "Il n’y a plus assez de place sur ce serveur pour un fichier. Vos textes sont gardés et vous pouvez continuer sans lui. Réessayez demain.",
            Refusal.EnoughToday => "Beaucoup de fichiers ont été joints aujourd’hui depuis cette connexion à internet. Vos textes sont gardés et vous pouvez continuer sans lui. Joignez-le demain.",
            _ => "Ce type de fichier n’est pas accepté. Vous pouvez joindre un PDF, une image (JPEG, PNG, WebP, GIF), un document (.docx, .odt, .xlsx, .ods, .pptx, .odp), un texte, un tableau CSV ou un enregistrement (MP3, M4A, OGG, WAV).",
        };
    }
}
