using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Site;

[Audience(Audience.Public), OutputCache(PolicyName = PublicCache.Name)]
public sealed class PersonalDataModel : Screen
{
    /// <summary>Each cookie by its name, as a browser shows it, and what it is for: a test holds the list to the code.</summary>
    public static readonly IReadOnlyList<(string Name, string Use)> Cookies =
    [
        ("__Host-session", "votre connexion, 30 jours au plus."),
        ("__Host-connexion", "votre demande de connexion, le temps d’écrire le code reçu."),
        ("__Host-connu", "que vous êtes déjà entré·e sur cet appareil, pour que personne d’autre n’épuise vos codes, six mois. Scellé : il n’ouvre rien."),
        ("__Host-invitation", "l’invitation que vous lisez, une heure."),
        ("__Host-parole", "votre brouillon ouvert, jusqu’à la fermeture du navigateur, un jour au plus."),
        ("__Host-code", "votre code, le temps de vous le montrer, quinze minutes au plus."),
        ("__Host-mot", "le code de votre message à côté d’une fiche, le temps de vous le montrer, quinze minutes au plus."),
        ("__Host-reponses", "vos réponses à une enquête avant leur envoi, trente minutes."),
        ("__Host-ticket", "le billet de votre carte, jusqu’à l’envoi de vos réponses."),
        ("__Host-reprise", "votre code pour reprendre une enquête, une minute."),
        ("__Host-garde", "ce même code, le temps de vous le montrer, dix minutes."),
        ("__Host-lecture", "votre mode de lecture, un an."),
        ("__Host-jeton", "la protection des formulaires, jusqu’à la fermeture du navigateur."),
        ("__Host-annonce", "la phrase qui dit qu’une action a réussi, jusqu’à la page suivante."),
    ];

    public void OnGet() { }
}
