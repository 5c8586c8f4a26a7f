namespace Croisee.Surveys.Exchange;

/// <summary>What becomes of a LimeSurvey structure file (.lss).</summary>
static class LssConformance
{
    static Conformance Kept(string code, string construct, string remark) => new(QuestionnaireFormat.LimeSurvey, code, construct, Fate.Kept, remark);
    static Conformance Adapted(string code, string construct, string remark) => new(QuestionnaireFormat.LimeSurvey, code, construct, Fate.Adapted, remark);
    static Conformance Refused(string code, string construct, string remark) => new(QuestionnaireFormat.LimeSurvey, code, construct, Fate.Refused, remark);

    public static IReadOnlyList<Conformance> Rows { get; } =
    [
        Kept("group", "Groupe de questions", "Devient une partie, avec son titre."),
        Adapted("group.about", "Description d’un groupe", "Devient une information au début de la partie."),
        Kept("L", "Liste, boutons (L) ou déroulante (!)", "Devient un choix, ou une échelle si ses réponses sont celles d’une échelle connue."),
        Adapted("O", "Liste avec commentaire (O)", "Devient un choix, suivi d’une question de texte."),
        Adapted("5", "Choix en cinq points (5)", "Devient un choix de 1 à 5."),
        Kept("M", "Choix multiples (M)", "Devient plusieurs choix."),
        Adapted("P", "Choix multiples avec commentaires (P)", "Devient plusieurs choix, suivis d’une seule question de texte : il n’y a plus un commentaire par case."),
        Kept("F", "Tableau (F, H) dont les réponses sont une échelle connue", "Devient une grille sous cette échelle."),
        Adapted("F.singles", "Tableau (F, H) aux autres réponses", "Devient une question à choix par ligne."),
        Adapted("A", "Tableau en cinq points (A) ou dix points (B)", "Devient une question à choix par ligne, de 1 à 5 ou de 1 à 10."),
        Adapted("C", "Tableau oui, non, incertain (C)", "Devient une grille oui ou non ; « incertain » devient « Je ne sais pas »."),
        Adapted("E", "Tableau augmente, pareil, diminue (E)", "Devient une question à choix par ligne."),
        Kept("Y", "Oui ou non (Y)", "Devient l’échelle oui ou non, avec « Je ne sais pas » et « Je ne veux pas répondre »."),
        Adapted("G", "Genre (G)", "Devient un choix qui décrit la personne, avec « Je ne veux pas répondre »."),
        Kept("N", "Nombre (N)", "Devient un nombre entier."),
        Adapted("decimal", "Nombre avec des décimales", "Seuls des nombres entiers se répondent ici."),
        Adapted("K", "Plusieurs nombres (K)", "Devient une question par nombre."),
        Kept("D", "Date (D)", "Devient une date, sans heure."),
        Kept("S", "Texte court (S)", "Devient une ligne de texte."),
        Kept("T", "Texte long (T, U)", "Devient un texte."),
        Adapted("Q", "Plusieurs textes courts (Q)", "Devient une question par texte."),
        Kept("R", "Classement (R)", "Devient une mise en ordre."),
        Kept("X", "Texte affiché (X)", "Devient une information."),
        Refused("1", "Tableau à deux échelles (1)", "Deux échelles sous une même phrase ne se répondent pas en mode facile : posez deux questions."),
        Refused(":", "Tableau de nombres (:) ou de textes (;)", "Un tableau à remplir ne se répond ni en mode facile ni par téléphone : posez ses questions une à une."),
        Refused("|", "Dépôt de fichier (|)", "Une enquête anonyme ne reçoit pas de fichier."),
        Refused("*", "Équation (*)", "Rien n’est calculé sur une personne pendant qu’elle répond."),
        Refused("I", "Choix de la langue (I)", "La langue se choisit en tête de page."),
        Refused("type", "Autre type de question", "Ce type n’est pas connu ici."),
        Refused("empty", "Question à choix sans réponses", "Il n’y a pas deux réponses possibles à lire."),
        Kept("mandatory", "Réponse obligatoire", "Gardée."),
        Adapted("mandatory.soft", "Réponse obligatoire « souple »", "Devient facultative : rien n’insiste."),
        Kept("help", "Aide", "Gardée sous la question."),
        Adapted("other", "Réponse « autre »", "Devient une réponse « Autre », suivie d’une ligne de texte."),
        Kept("language", "Autres langues", "Gardées comme brouillons de traduction : quelqu’un les relit avant qu’elles soient proposées."),
        Adapted("french", "Texte qui n’est pas en français", "Le texte de l’autre langue est pris à sa place, comme s’il était en français : à traduire avant de publier."),
        Kept("condition", "Condition simple (Q.NAOK == \"A\", and, or, not, is_empty)", "Gardée."),
        Adapted("condition.unsaid", "Autre condition", "N’est pas gardée : la question est posée à tout le monde. À réécrire à la main."),
        Kept("bounds", "Nombre de réponses, ou plus petit et plus grand nombre", "Gardés."),
        Kept("random", "Réponses dans un ordre tiré au hasard", "Gardé."),
        Refused("options", "Plus de quarante réponses possibles", "Une question en a quarante au plus : regroupez-les, ou posez une question de texte."),
        Adapted("parts", "Plus de vingt groupes", "Les plus courts sont réunis avec leurs voisins : leur titre devient une information."),
        Adapted("settings", "Politique de données, adresse de fin, courriels, dates de l’enquête", "Ne sont pas gardés : la notice est celle de la maison, et le reste se règle avec l’enquête."),
        Kept("exclusive", "Réponse qui exclut les autres", "Devient une réponse qui ne dit rien du sujet, comptée à part."),
        Adapted("silent", "« Je ne sais pas », « Sans opinion »…", "Comptée à part : elle ne dit rien du sujet."),
        Refused("hidden", "Question ou groupe caché, ou qui n’est jamais posé", "Rien n’est demandé ni noté à l’insu des personnes."),
        Adapted("attribute", "Autres réglages d’une question", "Ne sont pas gardés."),
        Adapted("code", "Code qui ne convient pas", "Remplacé : une lettre, puis des lettres, des chiffres ou « _ », 20 au plus, une seule fois."),
        Adapted("scale", "Réponses d’une échelle connue", "Les codes et les mots sont ceux de l’échelle, dans son sens ; « Je ne sais pas » et « Je ne veux pas répondre » sont proposés."),
        Adapted("html", "Mise en forme, images et liens (HTML)", "Seuls les mots sont gardés."),
        Adapted("piping", "Texte qui reprend une réponse ou un nom ({…})", "Reste écrit tel quel : à réécrire."),
        Adapted("longtext", "Texte trop long", "Coupé."),
        Adapted("welcome", "Textes d’accueil et de fin", "Gardés, avec la description, comme présentation et remerciement, sans leur mise en forme."),
        Refused("quota", "Quotas, évaluations, valeurs par défaut", "Ne sont pas gardés : personne n’est écarté ni noté, et rien n’est coché d’avance."),
    ];
}
