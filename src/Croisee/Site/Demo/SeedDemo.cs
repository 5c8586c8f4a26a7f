using System.Diagnostics;
using Croisee.Data;
using Croisee.Library;
using Croisee.People;
using Croisee.Surveys.Results;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Site.Demo;

/// <summary>
/// Puts the demonstration in place, once: in demonstration mode, on a database where nobody is yet. Everything goes through the nouns, with the days of
/// the story as instants, in three saves: what is published is composed from what is stored, and corrected after it.
/// </summary>
public static class SeedDemo
{
    public static async Task Prepare(IServiceProvider services)
    {
        if (!services.GetRequiredService<DemoMode>().On || !services.GetRequiredService<Settings>().DemoData) return;
        var db = services.GetRequiredService<AppDb>();
        if (await db.Persons.AnyAsync()) return;
        var log = services.GetRequiredService<ILogger<DemoStory>>();
        if (await DemoStory.Read(DemoStory.Folder) is not { } story)
        {
            log.LogWarning("No demonstration data: {Folder} has no story.json and experiences.json", DemoStory.Folder);
            return;
        }
        var since = Stopwatch.GetTimestamp();
        await Run(new DemoStage(db, story, services.GetRequiredService<TimeProvider>().ParisToday()), services, log);
        log.LogInformation("Demonstration data in place in {Seconds:0.0} s", Stopwatch.GetElapsedTime(since).TotalSeconds);
    }

    static async Task Run(DemoStage stage, IServiceProvider services, ILogger log)
    {
        var experiences = new SeedExperiences(stage, services.GetRequiredService<IDataProtectionProvider>(), log);
        await SeedPeople.Run(stage);
        SeedCalls.Run(stage);
        SeedGroup.Run(stage);
        await experiences.Run();
        SeedReadings.Run(stage);
        await new SeedDrafts(stage, experiences).Run();
        new SeedDeliberations(stage, log).Run();
        SeedSheets.AskApproval(stage);
        await stage.Db.SaveChangesAsync();
        var sheets = await SeedSheets.Publish(stage, services.GetRequiredService<Publish>());
        SeedEasyReading.Run(stage, sheets);
        SeedNews.Run(stage, sheets);
        SeedCollections.Run(stage, sheets);
        SeedWords.Run(stage, sheets);
        SeedLinks.Run(stage, sheets);
        await stage.Db.SaveChangesAsync();
        await SeedSurveys.Run(stage, services.GetRequiredService<PublishFigures>());
        await SeedEasyReading.Correct(stage, experiences, services.GetRequiredService<Publish>());
        await stage.Db.SaveChangesAsync();
    }
}
