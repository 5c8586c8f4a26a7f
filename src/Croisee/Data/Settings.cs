namespace Croisee.Data;

/// <summary>What the command line and the environment say. Command line first.</summary>
/// <param name="DemoData">Whether an empty demonstration gets its fictional persons and sheets.</param>
public sealed record Settings(string Url, string Origin, string DataFolder, string? Database, bool Bench, bool DemoData = false)
{
    public const int DefaultPort = 5080;

    public const string Help = """
        Croisée : une parole, une décision, un effet.

          croisee serve [--port 5080] [--data ./data] [--listen 127.0.0.1]   servir une instance
          croisee demo  [--port 5080] [--data ./data]   servir la démonstration (données fictives)

        --listen : adresse où répondre ; 0.0.0.0 pour toutes celles de la machine, par exemple dans un conteneur.
        Là où « croisee » n’est pas une commande : dotnet …/croisee.dll à sa place.

        Réglages (variables d’environnement) :
          CROISEE_DATABASE   chaîne de connexion PostgreSQL ; sans elle, SQLite dans le dossier de données
          CROISEE_URL        adresse publique, pour les liens dans les courriels et les QR codes
          CROISEE_MAIL       smtp://hôte:port ou smtps://nom:motdepasse@hôte:port ; sans elle, un dossier de fichiers .eml
          CROISEE_MAIL_FROM  adresse d’envoi, celle d’un domaine à vous ; sans elle, beaucoup de serveurs refusent les courriels
          CROISEE_CLAMAV     hôte:port d’un démon ClamAV
          CROISEE_NAME       nom de l’instance, donné à sa première ouverture
          CROISEE_ADMIN      adresse de la première personne invitée à administrer
          CROISEE_KEY        secret qui scelle les clés de la base ; sans elle, le fichier croisee.key du dossier de données
          CROISEE_KEY_FILE, CROISEE_DATABASE_FILE, CROISEE_MAIL_FILE  le fichier où lire ce secret, au lieu de la variable (coffre, conteneur)
          CROISEE_ERASURES   fichier de la liste des effacements, hors du dossier de données ; sans elle, à côté de lui
          CROISEE_PROXIES    adresses ou réseaux des serveurs mandataires, séparés par des virgules : leur X-Forwarded-For est cru
          CROISEE_ANSWERS_PER_NETWORK  réponses à des enquêtes qu’un même réseau peut envoyer en dix minutes (600)
          CROISEE_ANSWERS_PER_PLACE    et que tous ensemble peuvent envoyer à un même lieu (3000)
          CROISEE_TRIES_PER_NETWORK    codes essayés et brouillons commencés depuis un même réseau en dix minutes (200)
          CROISEE_SIGN_INS_PER_NETWORK codes de connexion envoyés pour un même réseau en un quart d’heure (60)
          CROISEE_MESSAGES_PER_NETWORK messages de lecteurs, et recherches suivies, d’un même réseau en dix minutes (20)
          CROISEE_FILES_PER_NETWORK    fichiers joints à des expériences depuis un même réseau en dix minutes (60)
          CROISEE_FILES_PER_DAY        fichiers gardés en un jour pour un même réseau, ou une même personne du bureau (300)
          CROISEE_DEMO_DATA  0 pour une démonstration vide

        Autres verbes :
        """;

    public static Settings Parse(string[] args)
    {
        var port = int.TryParse(Option(args, "--port"), out var given) ? given : DefaultPort;
        var listen = Option(args, "--listen") ?? "127.0.0.1";
        var origin = Environment.GetEnvironmentVariable("CROISEE_URL") is { Length: > 0 } url ? url.TrimEnd('/') : $"http://localhost:{port}";
        return new($"http://{listen}:{port}", origin, Option(args, "--data") ?? "data", SecretFiles.Read("CROISEE_DATABASE", Environment.GetEnvironmentVariable), Environment.GetEnvironmentVariable("CROISEE_BENCH") == "1",
            Environment.GetEnvironmentVariable("CROISEE_DEMO_DATA") != "0");
    }

    /// <summary>The arguments of a verb without the common options.</summary>
    public static string[] Rest(string[] args)
    {
        var rest = args.Skip(1).ToList();
        foreach (var option in new[] { "--port", "--data", "--listen" })
            if (rest.IndexOf(option) is >= 0 and var at) rest.RemoveRange(at, Math.Min(2, rest.Count - at));
        return [.. rest];
    }

    /// <summary>Where pages and assets lie: beside the assembly when published, the project folder while developing.</summary>
    public static string ContentRoot => Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : Directory.GetCurrentDirectory();

    static string? Option(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
