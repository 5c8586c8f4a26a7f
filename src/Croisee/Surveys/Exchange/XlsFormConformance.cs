namespace Croisee.Surveys.Exchange;

/// <summary>What becomes of an XLSForm workbook (.xlsx).</summary>
static class XlsFormConformance
{
    static Conformance Kept(string code, string construct, string remark) => new(QuestionnaireFormat.XlsForm, code, construct, Fate.Kept, remark);
    static Conformance Adapted(string code, string construct, string remark) => new(QuestionnaireFormat.XlsForm, code, construct, Fate.Adapted, remark);
    static Conformance Refused(string code, string construct, string remark) => new(QuestionnaireFormat.XlsForm, code, construct, Fate.Refused, remark);

    public static IReadOnlyList<Conformance> Rows { get; } =
    [
        Kept("text", "text", "Devient une ligne de texte, ou un texte avec l’apparence « multiline »."),
        Kept("integer", "integer", "Devient un nombre entier."),
        Adapted("decimal", "decimal", "Devient un nombre entier : les décimales ne se répondent pas ici."),
        Kept("range", "range (start, end)", "Devient un nombre entre deux bornes."),
        Kept("date", "date", "Devient une date."),
        Adapted("datetime", "datetime", "Devient une date : l’heure n’est pas demandée."),
        Kept("select_one", "select_one", "Devient un choix, ou une échelle si ses réponses sont celles d’une échelle connue."),
        Kept("select_multiple", "select_multiple", "Devient plusieurs choix."),
        Kept("rank", "rank", "Devient une mise en ordre."),
        Kept("note", "note", "Devient une information."),
        Adapted("acknowledge", "acknowledge", "Devient un accord : on peut aussi répondre non."),
        Kept("group", "begin_group, end_group", "Devient une partie."),
        Adapted("group.nested", "Groupe dans un groupe", "Devient une partie à la suite ; sa condition s’ajoute à celle qui l’entoure."),
        Kept("matrix", "Groupe « table-list » sous une échelle connue", "Devient une grille."),
        Adapted("matrix.singles", "Groupe « table-list » aux autres réponses", "Devient une question à choix par ligne."),
        Refused("repeat", "begin_repeat, end_repeat", "Rien ne se répète ici : ce groupe n’est pas gardé."),
        Refused("capture", "geopoint, image, audio, video, file, barcode…", "Une enquête anonyme ne reçoit ni lieu, ni image, ni fichier."),
        Refused("metadata", "start, end, deviceid, username, phonenumber…", "Rien n’est noté à l’insu des personnes : ni heure, ni appareil, ni nom."),
        Refused("calculate", "calculate, hidden, xml-external…", "Rien n’est calculé sur une personne pendant qu’elle répond."),
        Refused("type", "Autre type", "Ce type n’est pas connu ici."),
        Refused("empty", "Question sans liste de réponses, ou sans texte", "Il n’y a pas deux réponses possibles, ou pas de question, à lire."),
        Kept("label", "label, label::langue", "Gardé ; les autres langues sont des brouillons de traduction, relus avant d’être proposés."),
        Kept("hint", "hint, hint::langue", "Gardé sous la question."),
        Kept("required", "required", "Gardé."),
        Adapted("required.computed", "required calculé", "Devient facultatif."),
        Kept("condition", "relevant simple (${q} = 'a', selected, and, or, not)", "Gardé."),
        Adapted("condition.unsaid", "Autre relevant", "N’est pas gardé : la question est posée à tout le monde. À réécrire à la main."),
        Kept("constraint", "constraint « . >= 0 and . <= 10 », count-selected", "Devient le plus petit et le plus grand."),
        Adapted("constraint.unsaid", "Autre constraint", "N’est pas gardé."),
        Kept("randomize", "parameters randomize=true", "Gardé."),
        Adapted("parameters", "Autres parameters", "Ne sont pas gardés."),
        Refused("options", "Plus de quarante réponses possibles", "Une question en a quarante au plus : regroupez-les, ou posez une question de texte."),
        Adapted("parts", "Plus de vingt groupes", "Les plus courts sont réunis avec leurs voisins : leur titre devient une information."),
        Adapted("or_other", "or_other", "Devient une réponse « Autre », suivie d’une ligne de texte."),
        Adapted("columns", "Autres colonnes, réglages et feuilles (appearance, default, choice_filter, media, entities…)", "Ne sont pas gardées."),
        Adapted("code", "Nom qui ne convient pas", "Remplacé : une lettre, puis des lettres, des chiffres ou « _ », 20 au plus, une seule fois."),
        Adapted("scale", "Réponses d’une échelle connue", "Les codes et les mots sont ceux de l’échelle, dans son sens ; « Je ne sais pas » et « Je ne veux pas répondre » sont proposés."),
        Adapted("silent", "« Je ne sais pas », « Sans opinion »…", "Comptée à part : elle ne dit rien du sujet."),
        Adapted("html", "Mise en forme (HTML)", "Seuls les mots sont gardés."),
        Adapted("piping", "Texte qui reprend une réponse (${…})", "Reste écrit tel quel : à réécrire."),
        Adapted("longtext", "Texte trop long", "Coupé."),
        Adapted("formula", "Case calculée par une formule", "Sa dernière valeur est lue comme un texte."),
    ];
}
