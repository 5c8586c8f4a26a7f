namespace Croisee.Surveys.Exchange;

/// <summary>What becomes of a FHIR R4 Questionnaire (JSON).</summary>
static class FhirConformance
{
    static Conformance Kept(string code, string construct, string remark) => new(QuestionnaireFormat.Fhir, code, construct, Fate.Kept, remark);
    static Conformance Adapted(string code, string construct, string remark) => new(QuestionnaireFormat.Fhir, code, construct, Fate.Adapted, remark);
    static Conformance Refused(string code, string construct, string remark) => new(QuestionnaireFormat.Fhir, code, construct, Fate.Refused, remark);

    public static IReadOnlyList<Conformance> Rows { get; } =
    [
        Kept("group", "group", "Devient une partie."),
        Adapted("group.nested", "group dans un group", "Devient une partie à la suite ; sa condition s’ajoute à celle qui l’entoure."),
        Kept("matrix", "group présenté en tableau, sous une échelle connue", "Devient une grille."),
        Kept("display", "display", "Devient une information."),
        Kept("help", "display d’aide dans une question", "Devient l’aide de la question."),
        Kept("choice", "choice", "Devient un choix, ou une échelle si ses réponses sont celles d’une échelle connue."),
        Kept("choice.repeats", "choice, repeats", "Devient plusieurs choix."),
        Adapted("open-choice", "open-choice", "Devient un choix avec « Autre », suivi d’une ligne de texte."),
        Adapted("boolean", "boolean", "Devient l’échelle oui ou non, avec « Je ne sais pas » et « Je ne veux pas répondre »."),
        Kept("integer", "integer", "Devient un nombre entier."),
        Adapted("decimal", "decimal", "Devient un nombre entier : les décimales ne se répondent pas ici."),
        Kept("date", "date", "Devient une date."),
        Adapted("dateTime", "dateTime", "Devient une date : l’heure n’est pas demandée."),
        Kept("string", "string", "Devient une ligne de texte."),
        Kept("text", "text", "Devient un texte."),
        Refused("refused", "attachment, reference, quantity, url, time, question", "Une enquête anonyme ne reçoit ni fichier, ni lien vers un dossier ; une mesure se demande par un nombre."),
        Refused("type", "Autre type", "Ce type n’est pas connu ici."),
        Refused("empty", "Question sans texte ou sans deux réponses", "Il n’y a pas de question, ou pas deux réponses possibles, à lire."),
        Adapted("valueset", "answerValueSet", "La liste n’est pas dans le fichier : la question n’est gardée que si c’est une échelle d’ici."),
        Refused("contained", "contained qui n’est pas la liste des réponses d’une question", "N’est pas lu : seules les listes de réponses qu’une question appelle le sont."),
        Refused("options", "Plus de quarante réponses possibles", "Une question en a quarante au plus : regroupez-les, ou posez une question de texte."),
        Adapted("parts", "Plus de vingt groupes", "Les plus courts sont réunis avec leurs voisins : leur titre devient une information."),
        Refused("calculated", "calculatedExpression", "Rien n’est calculé sur une personne pendant qu’elle répond."),
        Kept("required", "required", "Gardé."),
        Adapted("repeats", "repeats sur autre chose qu’un choix", "La question n’est posée qu’une fois."),
        Kept("condition", "enableWhen, enableBehavior", "Gardé."),
        Adapted("condition.unsaid", "Autre enableWhen", "N’est pas gardé : la question est posée à tout le monde. À réécrire à la main."),
        Kept("bounds", "minValue, maxValue, minOccurs, maxOccurs", "Deviennent le plus petit et le plus grand."),
        Adapted("maxLength", "maxLength", "La longueur est celle de la maison : 200 signes pour une ligne, 2 000 pour un texte."),
        Adapted("nested", "Question dans une question", "Devient une question à la suite, sous la condition de celle qui l’entoure."),
        Adapted("initial", "initial, initialSelected", "Rien n’est coché ni écrit d’avance."),
        Refused("hidden", "Question cachée (questionnaire-hidden)", "Rien n’est demandé ni noté à l’insu des personnes."),
        Adapted("control", "itemControl et autres extensions", "L’apparence est celle de la maison ; ces extensions ne sont pas gardées."),
        Kept("translation", "Traductions (extension translation)", "Gardées comme brouillons : quelqu’un les relit avant qu’elles soient proposées."),
        Refused("modifier", "modifierExtension", "Cette extension change le sens de la question d’une façon qui n’est pas connue ici : la question n’est pas lue."),
        Adapted("definition", "code, definition, prefix, readOnly ; contact, purpose…", "Ne sont pas gardés."),
        Adapted("code", "linkId ou code de réponse qui ne convient pas", "Remplacé : une lettre, puis des lettres, des chiffres ou « _ », 20 au plus, une seule fois. Celui d’origine est gardé à côté : des réponses du même outil se reprennent."),
        Adapted("answer", "Réponse possible en nombre, en texte ou en date", "Devient une réponse avec un code."),
        Adapted("scale", "Réponses d’une échelle connue", "Les codes et les mots sont ceux de l’échelle, dans son sens ; « Je ne sais pas » et « Je ne veux pas répondre » sont proposés."),
        Adapted("silent", "« Je ne sais pas », « Sans opinion »…", "Comptée à part : elle ne dit rien du sujet."),
        Adapted("piping", "Texte qui reprend une réponse (${…})", "Reste écrit tel quel : à réécrire."),
        Adapted("longtext", "Texte trop long", "Coupé."),
        Refused("identity", "QuestionnaireResponse : subject, author, source, encounter", "Les réponses sont anonymes : ces personnes ne sont pas lues. Qui tenait le stylo (la personne, un proche, un professionnel) est perdu avec elles : on le dit à la reprise, une fois pour tout le fichier."),
        Adapted("authored", "QuestionnaireResponse : authored", "N’est pas gardé : une réponse porte le jour où elle est reprise."),
        Adapted("answer.month", "QuestionnaireResponse : valueDate au mois près (2027-03)", "Devient le premier jour de ce mois."),
        Refused("status.error", "QuestionnaireResponse : status entered-in-error", "Cette feuille n’est pas reprise : son auteur dit qu’elle est là par erreur."),
        Refused("status.unfinished", "QuestionnaireResponse : status in-progress, stopped", "Cette feuille n’est pas reprise : la personne n’a pas fini de répondre."),
        Refused("answer.twice", "QuestionnaireResponse : question répondue deux fois (item de même linkId)", "Seule la première réponse est gardée : une question n’est posée qu’une fois."),
        Refused("answer.unknown", "QuestionnaireResponse : réponse qui n’est pas demandée ou pas offerte", "N’est pas gardée."),
    ];
}
