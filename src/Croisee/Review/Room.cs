using Croisee.Deliberation;
using Croisee.Data;
using Croisee.Experiences;
using Croisee.Experiences.Exchange;
using Croisee.Groups;
using Croisee.Jobs;

namespace Croisee.Review;

/// <summary>
/// Review owns the reading of experiences by pairs of both colleges, blind, and the group's reasoned selection.
/// It must never show contact data, nor turn readings into a score.
/// </summary>
public static class Room
{
    public static void Open(IServiceCollection services)
    {
        services.AddScoped<Admission>();
        services.AddScoped<Spreading>();
        services.AddScoped<TellReaders>();
        services.AddScoped<ReviseCoding>();
        services.AddScoped<CorrectMotives>();
        services.AddScoped<Reminders>();
        services.AddScoped<IGroupInHand, ReadingsInHand>();
        services.AddScoped<ReadersGone>();
        services.AddScoped<ForgetReadings>();
        services.AddScoped<ISubjectCard, ExperienceCard>();
        services.AddScoped<ICallReaders, CallReadersOfGroup>();
        services.AddScoped<FilesForReaders>();
        services.AddSingleton(ActWords.Told);
        services.AddScoped<CodingHistory>();
        services.AddScoped<IDecisions, DecisionsForFiles>();
        services.AddScoped<IAttachmentAudience>(s => s.GetRequiredService<FilesForReaders>());
        services.Hears<DeliberationClosed, Select>();
        services.Hears<ExperienceArrived, HearAuthors>();
        services.Hears<AuthorsWrote, HearAuthors>();
        services.Hears<CallErased, ForgetReadingGroup>();
        services.Hears<ExperienceWithdrawn, CloseWithdrawn>();
        services.AddSingleton(new GroupPart("/Review/_GroupReads.cshtml", Order: -1));
        services.Every(TimeSpan.FromHours(24), ForgetReadings.Job, (s, stop) => s.GetRequiredService<ForgetReadings>().Run(stop));
        services.Every(TimeSpan.FromHours(24), ReadersGone.Job, (s, stop) => s.GetRequiredService<ReadersGone>().Run(stop));
        services.Every(TimeSpan.FromHours(24), "rappeler les lectures", (s, stop) => s.GetRequiredService<Reminders>().Run(stop));
    }
}
