namespace Croisee.Surveys.Exchange;

/// <summary>What becomes of one construct of a sheet of answers that the safe room gives out as FHIR: beside <see cref="Outward"/>, which is of questionnaires. A test writes a sample of each.</summary>
/// <param name="Construct">As whoever collected it names it.</param>
public sealed record OutwardAnswer(string Code, string Construct, Fate Fate, string Remark)
{
    public static IReadOnlyList<OutwardAnswer> All { get; } =
    [
        new("closed", "Réponse choisie dans une liste ou sur une échelle", Fate.Kept, "valueCoding, avec son code ; « je ne sais pas » et les autres réponses sans avis aussi."),
        new("several", "Plusieurs choix", Fate.Kept, "Une réponse (answer) par choix."),
        new("ranking", "Mettre dans l’ordre", Fate.Adapted, "Des réponses répétées, dans l’ordre du classement : un autre outil ne sait pas que cet ordre compte."),
        new("number", "Nombre", Fate.Kept, "valueInteger."),
        new("consent", "Accord", Fate.Adapted, "valueBoolean : les mots « je suis d’accord » ne voyagent pas."),
        new("day", "Date répondue", Fate.Adapted, "valueDate au mois près (2027-03), comme dans la table. Relue ici, elle devient le premier jour de ce mois."),
        new("authored", "Jour de la réponse", Fate.Adapted, "authored au mois près. Reprise ici, une feuille porte le jour où elle est reprise."),
        new("text", "Texte libre", Fate.Refused, "Un texte n’est jamais lu à côté des autres réponses de la personne."),
        new("passed", "Question passée, cachée par une condition, ou « Je ne veux pas répondre » que la maison ajoute", Fate.Refused, "La question n’est pas dans la feuille, et rien ne dit pourquoi."),
        new("place", "Lieu, canal, manière de répondre", Fate.Refused, "Ils sont dans la table de la salle sûre. Pour reprendre un fichier ici, on les dit une fois pour tout le fichier : faites un fichier par lieu et par manière."),
        new("person", "Personne, identifiant de la feuille", Fate.Refused, "Il n’y en a pas : rien ne relie une feuille à une personne, ni à sa ligne ici."),
    ];
}
