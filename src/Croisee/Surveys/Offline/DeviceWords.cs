using System.Text.Json;
using Croisee.Words;

namespace Croisee.Surveys.Offline;

/// <summary>What the scripts of a device say, which no view does: the page brings it in its language, by the French that stands in the scripts.</summary>
public static class DeviceWords
{
    public static readonly IReadOnlyList<string> All =
    [
        "Préparation…", "Question {0} sur {1}", "Écrivez une date entière : jour, mois, année.", "Il n’y a aucune réponse à garder. Revenez à une question, ou arrêtez.",
        "Pas de réseau : elles partiront quand il reviendra.", "Le serveur ne connaît plus cet appareil. N’effacez rien et appelez l’équipe de l’enquête.",
        "Une réponse est abîmée : elle reste ici. N’effacez rien et appelez l’équipe de l’enquête.", "Le serveur est occupé : l’envoi reprendra dans une minute.",
        "Aucune réponse en attente", "Une réponse en attente", "{0} réponses en attente", "aucune envoyée", "une envoyée", "{0} envoyées", "{0}, {1}.", "Envoi…",
        "Une réponse n’est pas encore partie : elle sera perdue.", "{0} réponses ne sont pas encore parties : elles seront perdues.", "Tout est parti. L’appareil oubliera cette enquête.",
        "D’après l’horloge de cet appareil, l’enquête est terminée. Les réponses sont gardées et envoyées quand même : l’équipe décidera.",
        "La mémoire de cet appareil est presque pleine. Faites de la place avant de partir.", "Prêt : vous pouvez partir sans réseau.", "Cet appareil n’est pas encore prêt : il lui faut du réseau une fois.",
        "Cet appareil est vide : il ne garde plus rien de cette enquête. Vous pouvez fermer cette page.",
        "Si vous choisissez « je ne sais pas » ou « je ne veux pas répondre », ne choisissez rien d’autre.", "Si vous choisissez « Je ne veux pas répondre », n’écrivez rien d’autre.",
        "Choisissez une réponse, ou passez cette question.", "Écrivez une réponse, ou passez cette question.", "Deux réponses ont la même place : donnez à chacune la sienne.",
        "Choisissez {0} réponses au plus.", "Choisissez au moins {0} réponses.", "Écrivez un nombre entier, en chiffres.", "Écrivez {0} ou plus.", "Écrivez {0} ou moins.",
        "une réponse en attente", "Appareil {0} : {1}",
    ];

    /// <summary>Null in French: the scripts have it.</summary>
    public static string? In(Speech? speech) => speech is null ? null : JsonSerializer.Serialize(All.ToDictionary(s => s, s => speech.Raw(s) ?? s, StringComparer.Ordinal));
}
