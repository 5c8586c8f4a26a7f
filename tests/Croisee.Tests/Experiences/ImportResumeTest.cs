using Croisee.Data;
using Croisee.Experiences;
using Croisee.Experiences.Exchange;
using Croisee.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Croisee.Tests.Experiences.ExchangeFiles;

namespace Croisee.Tests.Experiences;

/// <summary>What was imported to be published is published once, however often the verb was stopped.</summary>
public sealed class ImportResumeTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task Goes_on_publishing_where_it_was_stopped_without_doubling_anything()
    {
        var slug = (await place.Given.AnOpenCall()).Slug;
        var file = Path.Combine(place.Storage.DataFolder, "publiees.csv");
        var rows = Complete(slug, 3).Split("\r\n");
        await File.WriteAllTextAsync(file, string.Join('\n', rows.Where(r => r.Length > 0).Select((r, i) => i == 0 ? r + ";etat_contribution;consent_publication" : r + ";publiee;oui")) + "\n");
        // Stopped after the import and one publication, as a machine that goes off would.
        await place.With(async services =>
        {
            using var read = File.OpenRead(file);
            var outcome = await services.GetRequiredService<ImportExperiences>().Run(read, file, new(null, PublishAsImported: true), TextWriter.Null);
            await services.GetRequiredService<IPublishImported>().Publish(outcome.ToPublish[1]);
            return 0;
        });
        // What the group read waits for its authors, whatever a file once agreed to.
        var read = await place.Given.AnExperienceToApprove(await place.Given.AnOpenCall());
        await place.Db(async db =>
        {
            var experience = await db.Experiences.SingleAsync(e => e.Id == read.Id);
            experience.AgreeToPublication(place.Clock.UtcNow());
            db.Record(place.Clock.UtcNow(), Actor.System, "donnee.de.test", experience);
            return await db.SaveChangesAsync();
        });
        Assert.Equal((1, 3), await Counted());
        var (said, complaints) = (new StringWriter(), new StringWriter());
        Assert.Equal(0, await ImportVerb.Run(place.App.Services, ["experiences", "--resume"], said, complaints));
        Assert.Contains("2 expériences publiées.", said.ToString());
        Assert.Equal((3, 3), await Counted());
        Assert.Equal(0, await ImportVerb.Run(place.App.Services, ["experiences", "--resume"], said, complaints));
        Assert.Contains("Rien n’attendait", said.ToString());
        Assert.Equal(2, await ImportVerb.Run(place.App.Services, ["experiences", file, "--resume"], said, complaints));
        Assert.Equal(ExperienceState.ApprovalAsked, await place.Db(db => db.Experiences.Where(e => e.Id == read.Id).Select(e => e.State).SingleAsync()));

        Task<(int, int)> Counted() => place.Db(async db => (await db.Experiences.CountAsync(e => e.Call.Slug == slug && e.State == ExperienceState.Published), await db.Experiences.CountAsync(e => e.Call.Slug == slug)));
    }
}
