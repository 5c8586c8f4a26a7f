using Croisee.Data;
using Croisee.Jobs;
using Croisee.Journal;

namespace Croisee.Office;

/// <summary>
/// Office owns the staff's rooms about the instance itself: organisations and roles, journal, outbox, jobs, check-up.
/// It must never show contact data of contributors.
/// </summary>
public static class Room
{
    public static void Open(IServiceCollection services)
    {
        Entries.Open(services);
        // After what every other room puts in place: rooms erase again with all that they have.
        services.AddSingleton(new Preparation(KeepErasures.DoAgain));
        services.AddScoped<CheckUp>();
        services.Every(TimeSpan.FromDays(1), Soundness.Job, (s, stop) => Task.Run(s.GetRequiredService<Soundness>().LookWhole, stop), ownLoop: true);
        services.AddScoped<People.ILanding, DeskLanding>();
        services.AddSingleton(new Verb("doctor", "doctor", "vérifier l’instance : base, dossier, courriels, antivirus…", Doctor.Run));
    }
}
