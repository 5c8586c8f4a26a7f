namespace Croisee.Surveys.SafeRoom;

/// <summary>What an analyst promises, and the sentence that goes with every page, print and file of the room (domain 10.1, quality.md R3).</summary>
public static class MayLeave
{
    /// <summary>Fewer persons than this never leave the room, in any table.</summary>
    public const int Least = 5;

    public const string Sentence = "Salle sûre : aucun chiffre sur moins de 5 personnes ne sort d’ici, et personne ne cherche à reconnaître quelqu’un.";

    public static readonly string[] Engagement =
    [
        "Je ne cherche à reconnaître personne, et je ne rapproche pas ces réponses d’autres fichiers.",
        "Je ne montre et je ne publie aucun chiffre sur moins de 5 personnes, ni rien qui permette de le retrouver.",
        "Je ne donne les fichiers à personne, et je les efface à la fin de ma déclaration.",
        "Je sais que chaque entrée, chaque croisement et chaque fichier est écrit au registre, avec la raison que je donne.",
    ];
}
