using Croisee.Data;
using Croisee.Experiences.Exchange;
using Croisee.Files;
using Croisee.Jobs;
using Croisee.Journal;
using Croisee.People;
using Croisee.Ui;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences;

/// <summary>
/// Experiences owns calls, drafts and their steps, authors with private codes, the states an experience passes through, contact data in their own store.
/// It must never show contact data beside content, nor know who reads or decides.
/// </summary>
public static class Room
{
    public const string ScanJob = "examiner les fichiers en attente";

    public static void Open(IServiceCollection services)
    {
        services.AddSingleton<AuthorCookie>();
        services.AddScoped<ContactStore>();
        services.AddSingleton(new EraseAgain(Acts.ContactErased, nameof(Experience), ContactStore.Again));
        services.AddScoped<TellCallTurns>();
        services.AddScoped<Forget>();
        services.AddScoped<ArchiveUndecided>();
        services.AddScoped<WriteToAuthors>();
        services.AddScoped<RemindToComplete>();
        services.AddScoped<FollowUp.Visits>();
        services.AddSingleton(CallOffice.ActWords.Told);
        services.AddScoped<ExportExperiences>();
        services.AddScoped<ImportExperiences>();
        services.AddScoped<PublishRest>();
        services.AddSingleton(new Verb("export", ExportVerb.Usage, "écrire les expériences dans un tableau, avec son dictionnaire", ExportVerb.Run));
        services.AddSingleton(new Verb("import", ImportVerb.Usage, "lire des expériences dans un tableau : toutes, ou aucune", ImportVerb.Run));
        services.Entry("Appels", "/bureau/appels", 20, http => http.RequestServices.GetRequiredService<Visitor>().Has(Role.Organiser, Role.Administrator), staff: true, hint: "Écrire un appel, l’ouvrir, le prolonger, lire ce qui arrive.", waiting: http => Unanswered(http, Role.Organiser));
        services.Entry("Ce qui arrive", "/bureau/recus", 25, http => http.RequestServices.GetRequiredService<Visitor>().Has(Role.Moderator, Role.ContactOfficer), staff: true, hint: "Les expériences envoyées : les lire, ou joindre leurs auteurs, selon votre rôle.", waiting: http => Unanswered(http, Role.Moderator));
        services.Entry("Aider quelqu’un à raconter", "/appels", 15, http => http.RequestServices.GetRequiredService<Visitor>().Has(Role.Facilitator), staff: true, hint: "Ouvrez un appel avec la personne. À « Comment écrivez-vous ? », dites que vous tenez le clavier.");
        services.Every(TimeSpan.FromHours(1), TellCallTurns.Job, (s, stop) => s.GetRequiredService<TellCallTurns>().Run(stop));
        services.Every(TimeSpan.FromDays(1), Forget.Job, (s, stop) => s.GetRequiredService<Forget>().Run(stop));
        services.Every(TimeSpan.FromDays(1), RemindToComplete.Job, (s, stop) => s.GetRequiredService<RemindToComplete>().Run(stop));
        services.Every(TimeSpan.FromMinutes(2), ScanJob, (s, stop) => s.GetRequiredService<RescanQuarantine>().Run(s.GetRequiredService<AppDb>(), stop), ownLoop: true);
        services.Every(TimeSpan.FromDays(1), "balayer les fichiers sans fiche", (s, _) => Sweep(s.GetRequiredService<FileStore>(), s.GetRequiredService<AppDb>()));
    }

    /// <summary>Sent, and nobody has said yet whether the call can keep them.</summary>
    static Task<int> Unanswered(HttpContext http, Role role)
    {
        var (db, paths) = (http.RequestServices.GetRequiredService<AppDb>(), http.RequestServices.GetRequiredService<Visitor>().Scope(role));
        return db.Experiences.CountAsync(e => e.State == ExperienceState.Submitted && paths.Any(p => e.Call.Organisation.Path.StartsWith(p)));
    }

    /// <summary>Bytes of an attachment whose row was never saved, or left before them. The age of a file is told by the system's clock, so it is compared with that one.</summary>
    static Task Sweep(FileStore store, AppDb db)
    {
        var files = db.StoredFiles;
        return store.Sweep(TimeProvider.System.UtcNow().AddDays(-1), async names => (await files.Where(f => names.Contains(f.DiskName)).Select(f => f.DiskName).ToListAsync()).ToHashSet());
    }
}
