using Croisee.Data;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.People;
using Croisee.Ui.Paper;
using Croisee.Words;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Office;

public enum Health { Well, Attention, Wrong }

/// <summary>One thing looked at, and what to do about it when it is not well.</summary>
public sealed record Finding(string Subject, Health Health, string Text);

/// <summary>Looks at the instance: the same checks for the page of the office and for <c>croisee doctor</c>.</summary>
public sealed class CheckUp(AppDb db, Storage storage, Settings settings, ITransport transport, MailSettings mail, IConfiguration configuration, ProtectionSeal seal, ErasureList erasures, Soundness soundness, IWebHostEnvironment environment, TimeProvider clock)
{
    /// <summary>Before this version SQLite can lose data when a second connection checkpoints at the wrong instant (WAL reset race).</summary>
    static readonly Version SafeSqlite = new(3, 51, 3);
    const long SpaceWanted = 1L << 30, SpaceNeeded = 100L << 20;

    public async Task<List<Finding>> Run() =>
    [
        Try("Base de données", Database), Try(Sound, Looked), Try("Schéma", Scripts), Try("Dossier de données", Folder), Try("Place sur le disque", Space),
        MailWay(), await TryAsync("Courriels abandonnés", FailedMails), Antivirus(), Address(), Try(Look, Installed), await TryAsync("Clés de scellement", Keys), Try("Fichiers des secrets", Secrets), Try("Liste des effacements", Erasures), Try("Fuseau horaire", TimeZone), await TryAsync("Administration", Administrators),
        await TryAsync(HealthDataHost.Subject, () => HealthDataHost.Look(db, clock.UtcNow())),
    ];

    Finding Database()
    {
        var version = Schema.EngineVersion(storage);
        var old = storage.Engine is Engine.Sqlite && Version.TryParse(version.Split(' ')[^1], out var number) && number < SafeSqlite;
        return new("Base de données", old ? Health.Attention : Health.Well, old
            ? $"{version}. Avant {SafeSqlite}, SQLite peut perdre un enregistrement si deux connexions rangent son journal au même instant. Croisée n’en laisse écrire qu’une : n’ouvrez pas ce fichier en écriture avec un autre outil pendant que l’instance tourne."
            : version + ".");
    }

    const string Sound = "État de la base";

    Finding Looked()
    {
        if (storage.Engine is not Engine.Sqlite) return new(Sound, Health.Well, "PostgreSQL a ses propres contrôles.");
        var found = soundness.Last ?? soundness.Look(whole: false);
        return found.IsSound ? new(Sound, Health.Well, $"Saine. Vérifiée le {found.At.Moment()}, {(found.Whole ? "en entier" : "vite ; elle l’est en entier une fois par jour")}.")
            : new(Sound, Health.Wrong, $"Abîmée : {found.Faults[0]}. Arrêtez l’instance, gardez une copie du dossier, puis reprenez la dernière sauvegarde saine.");
    }

    Finding Scripts()
    {
        var (known, missing, unknown) = Schema.Status(storage);
        if (unknown.Count > 0) return new("Schéma", Health.Wrong, $"Préparé par une version plus récente de Croisée : {string.Join(", ", unknown)}. Démarrez cette version, ou reprenez la sauvegarde faite avant la mise à jour.");
        return missing.Count == 0 ? new("Schéma", Health.Well, $"À jour ({known.Count} scripts).")
            : new("Schéma", Health.Wrong, $"Il manque : {string.Join(", ", missing)}. Démarrez l’instance une fois, elle les applique.");
    }

    Finding Folder()
    {
        var probe = Path.Combine(storage.DataFolder, ".essai-d-ecriture");
        File.WriteAllText(probe, "");
        File.Delete(probe);
        return new("Dossier de données", Health.Well, $"{storage.DataFolder}, accessible en écriture.");
    }

    Finding Space()
    {
        var free = new DriveInfo(storage.DataFolder).AvailableFreeSpace;
        var health = free < SpaceNeeded ? Health.Wrong : free < SpaceWanted ? Health.Attention : Health.Well;
        return new("Place sur le disque", health, string.Create(Localizer.French, $"{free / 1e9:0.0} Go libres.") + (health is Health.Well ? "" : " Libérez de la place : sans elle, rien ne s’enregistre."));
    }

    Finding MailWay() => mail.Smtp is null
        ? new("Envoi des courriels", Health.Attention, "Les courriels vont dans un dossier, personne ne les reçoit. Donnez CROISEE_MAIL pour les envoyer.")
        : mail.From == MailSettings.DefaultFrom
        ? new("Envoi des courriels", Health.Attention, $"{transport.Describe()}, depuis {mail.From}, qui n’est l’adresse de personne : beaucoup de serveurs refuseront ces courriels. Donnez CROISEE_MAIL_FROM.")
        : new("Envoi des courriels", Health.Well, transport.Describe() + $", depuis {mail.From}.");

    async Task<Finding> FailedMails()
    {
        var failed = await db.OutgoingMails.CountAsync(m => m.State == MailState.Failed);
        return new("Courriels abandonnés", failed == 0 ? Health.Well : Health.Attention, failed == 0 ? "Aucun." : $"{failed}. Voyez pourquoi dans Bureau, Courriels.");
    }

    Finding Antivirus() => configuration["CROISEE_CLAMAV"] is { Length: > 0 } clamav
        ? new("Antivirus", Health.Well, $"ClamAV sur {clamav}.")
        : new("Antivirus", Health.Attention, "Aucun : les pièces jointes sont vérifiées par leur type, pas par un antivirus. Donnez CROISEE_CLAMAV.");

    Finding Address() => settings.Origin.StartsWith("https://", StringComparison.Ordinal)
        ? new("Adresse publique", Health.Well, settings.Origin)
        : new("Adresse publique", Health.Attention, $"{settings.Origin} : les liens des courriels mènent là. Pour une instance ouverte à d’autres, donnez CROISEE_URL en https.");

    const string Look = "Parties installées par npm";

    /// <summary>What a publication without npm lacks, each by what one loses.</summary>
    Finding Installed()
    {
        (string Lost, bool Here)[] parts =
        [
            ("les caractères des pages", Served("lib/fonts/hyperlegible-5-400.woff2")), ("ceux des PDF", File.Exists(Path.Combine(PaperFonts.Folder, "regular.ttf"))),
            ("les pictogrammes des versions faciles", Served("lib/pictograms/oui.svg")), ("la carte de France", Served("lib/maps/departements.svg")),
            ("la signature à l’aveugle des cartes de réponse", Served("lib/blindrsa/index.js")),
        ];
        var lost = parts.Where(p => !p.Here).Select(p => p.Lost).ToList();
        return lost.Count == 0 ? new(Look, Health.Well, "Toutes là.")
            : new(Look, Health.Attention, $"Il manque {string.Join(", ", lost)}. Installez Node (20 ou plus récent) là où vous publiez Croisée, puis publiez de nouveau.");
    }

    bool Served(string path) => environment.WebRootFileProvider.GetFileInfo(path).Exists;

    async Task<Finding> Keys()
    {
        const string subject = "Clés de scellement";
        var keys = await db.Set<ProtectionKey>().AsNoTracking().ToListAsync();
        try { foreach (var key in keys) seal.Open(key.Name, key.Xml); }
        catch (CannotServe e) { return new(subject, Health.Wrong, e.Message); }
        if (keys.Count(k => !ProtectionSeal.IsSealed(k.Xml)) is > 0 and var clear) return new(subject, Health.Attention, $"{clear} sur {keys.Count} en clair dans la base. Démarrez l’instance une fois, elle les scelle.");
        if (seal.FileIsOpenToOthers) return new(subject, Health.Wrong, $"D’autres comptes de cette machine peuvent lire {seal.File}. Lancez « chmod 600 {seal.File} ».");
        return new(subject, Health.Well, seal.IsSetting ? "Scellées dans la base par CROISEE_KEY. Gardez une copie de ce secret hors de la machine."
            : $"Scellées dans la base par {seal.File}. Gardez une copie de ce fichier à part des sauvegardes de la base.");
    }

    Finding Secrets()
    {
        const string subject = "Fichiers des secrets";
        var open = SecretFiles.OpenToOthers(configuration).ToList();
        return open.Count == 0 ? new(subject, Health.Well, "Aucun que d’autres comptes de cette machine puissent lire.")
            : new(subject, Health.Attention, $"D’autres comptes de cette machine peuvent lire {string.Join(", ", open)}. Donnez ces fichiers au seul compte qui sert (chmod 600, ou les droits de votre coffre).");
    }

    Finding Erasures()
    {
        using (erasures.Open()) { }
        return new("Liste des effacements", Health.Well, $"{erasures.File}, accessible en écriture. Si une sauvegarde plus ancienne revient, l’instance y lit au démarrage ce qu’elle doit effacer de nouveau : ne le restaurez pas avec elle.");
    }

    static Finding TimeZone() => new("Fuseau horaire", Health.Well, $"Les jours sont ceux de {Clock.Paris.Id}.");

    async Task<Finding> Administrators()
    {
        var administrators = await db.Grants.Where(g => g.EndedAt == null && g.Role == Role.Administrator && g.Organisation.ParentId == null).Select(g => g.Person.TotpSince != null).ToListAsync();
        if (administrators.Count == 0) return new("Administration", Health.Wrong, "Personne n’administre cette instance. Lancez « croisee invite ADRESSE ».");
        var without = administrators.Count(has => !has);
        return without > 0 ? new("Administration", Health.Attention, $"{without} sur {administrators.Count} sans second facteur : les pages d’administration leur restent fermées d’ici là.")
            : administrators.Count == 1 ? new("Administration", Health.Attention, "Une seule personne. Invitez-en une deuxième : si la première perd son accès, quelqu’un pourra l’aider.")
            : new("Administration", Health.Well, $"{administrators.Count} personnes, toutes avec un second facteur.");
    }

    static Finding Try(string subject, Func<Finding> look)
    {
        try { return look(); }
        catch (Exception e) { return Broken(subject, e); }
    }

    static async Task<Finding> TryAsync(string subject, Func<Task<Finding>> look)
    {
        try { return await look(); }
        catch (Exception e) { return Broken(subject, e); }
    }

    /// <summary>A check that cannot be made is a finding: the doctor must speak above all when something is broken.</summary>
    static Finding Broken(string subject, Exception e) => new(subject, Health.Wrong, "Impossible à vérifier : " + e.Message);
}
