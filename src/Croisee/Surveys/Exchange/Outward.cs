namespace Croisee.Surveys.Exchange;

/// <summary>What becomes of one construct of this house in a file that another tool opens: the other direction of <see cref="Conformance"/>. A test writes a sample of each.</summary>
/// <param name="Construct">As the editor names it.</param>
public sealed record Outward(string Code, string Construct, Fate XlsForm, string XlsFormRemark, Fate Fhir, string FhirRemark)
{
    public static IReadOnlyList<Outward> All { get; } =
    [
        new("parts", "Parties et ordre des questions", Fate.Kept, "Un groupe par partie. Une partie sans question n’est pas écrite.", Fate.Kept, "Un groupe par partie. Une partie sans question n’est pas écrite."),
        new("choices", "Un choix, plusieurs choix", Fate.Kept, "select_one, select_multiple ; le nombre de réponses permises devient une contrainte.", Fate.Kept, "choice, avec repeats pour plusieurs choix ; le nombre permis va dans les extensions du standard."),
        new("scale", "Échelle de la maison", Fate.Kept, "select_one sur la liste de ses réponses.", Fate.Kept, "choice avec ses réponses et leurs codes."),
        new("matrix", "Plusieurs phrases, une même échelle", Fate.Kept, "Un groupe « table-list ».", Fate.Kept, "Un groupe affiché en tableau (gtable)."),
        new("ranking", "Mettre dans l’ordre", Fate.Kept, "rank ; le nombre de places permises devient une contrainte.", Fate.Adapted, "choice répété : l’ordre des réponses est celui du classement, un autre outil ne le sait pas. Le nombre permis va dans les extensions du standard."),
        new("number", "Nombre, date", Fate.Kept, "integer avec ses bornes, date.", Fate.Kept, "integer avec ses bornes, date."),
        new("text", "Une ligne de texte, un texte", Fate.Adapted, "text, « multiline » pour un texte ; la longueur permise n’est pas écrite.", Fate.Kept, "string, text, avec leur longueur."),
        new("consent", "Accord", Fate.Adapted, "Une liste « Oui, Non » : les mots « je suis d’accord » ne voyagent pas.", Fate.Adapted, "boolean : les mots « je suis d’accord » ne voyagent pas."),
        new("note", "Information", Fate.Kept, "note.", Fate.Kept, "display."),
        new("condition", "Condition d’une partie ou d’une question", Fate.Kept, "relevant ; une borne sur une échelle devient la liste de ses réponses.", Fate.Adapted, "enableWhen ; à plusieurs étages, elle voyage dans une extension de Croisée et un autre outil pose la question à tout le monde."),
        new("required", "Réponse demandée", Fate.Kept, "required.", Fate.Kept, "required."),
        new("refusal", "« Je ne sais pas » et « Je ne veux pas répondre » que la maison ajoute", Fate.Refused, "Ne sont pas écrits : ailleurs, la question n’a pas ces sorties. Ajoutez-les aux réponses avant d’emporter le questionnaire.", Fate.Refused, "Ne sont pas écrits : ailleurs, la question n’a pas ces sorties. Ajoutez-les aux réponses avant d’emporter le questionnaire. Une feuille où quelqu’un a choisi « Je ne sais pas » de la maison ne se relit qu’ici."),
        new("shuffled", "Réponses dans un ordre tiré au hasard", Fate.Kept, "randomize=true.", Fate.Adapted, "Une extension de Croisée, qu’un autre outil ne lit pas."),
        new("easy", "Version facile, mots pour répondre à la place d’un proche", Fate.Adapted, "Comme des langues : « fr-x-facile » et « fr-x-proche ».", Fate.Adapted, "Comme des langues : « fr-x-facile » et « fr-x-proche »."),
        new("languages", "Traductions", Fate.Kept, "Une colonne par langue.", Fate.Kept, "L’extension « translation » du standard."),
        new("terms", "Mots des échelles et de la maison dans une autre langue", Fate.Refused, "Ne sont pas écrits : ailleurs, ces réponses restent en français.", Fate.Refused, "Ne sont pas écrits : ailleurs, ces réponses restent en français."),
        new("state", "État d’une traduction", Fate.Refused, "N’est pas écrit : relue ici, une traduction est un brouillon.", Fate.Refused, "N’est pas écrit : relue ici, une traduction est un brouillon."),
        new("pictures", "Images et enregistrements", Fate.Adapted, "Leur nom, dans des colonnes de Croisée, pas le fichier ; ceux du titre, de la présentation et de la fin aussi. Ceux d’une aide ne sont pas écrits.", Fate.Adapted, "Leur nom, dans des extensions de Croisée, pas le fichier ; ceux du titre, de la présentation et de la fin aussi."),
        new("far", "Noms et codes d’un autre outil, gardés à la lecture", Fate.Refused, "Ne sont pas écrits : seuls les codes d’ici le sont.", Fate.Refused, "Ne sont pas écrits : seuls les codes d’ici le sont."),
        new("describes", "« Décrit la personne », « question personnelle »", Fate.Adapted, "Des colonnes de Croisée, qu’un autre outil ne lit pas.", Fate.Adapted, "Des extensions de Croisée, qu’un autre outil ne lit pas."),
    ];
}
