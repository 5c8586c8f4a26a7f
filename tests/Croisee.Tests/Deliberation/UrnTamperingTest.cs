using System.Data.Common;
using Croisee.Data;
using Croisee.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Deliberation;

using Croisee.Deliberation;

/// <summary>S20: a thousand tamperings with the database, each read back, given as a file and found by a verifier that shares nothing with the product; and no honest urn accused.</summary>
[Trait("kind", "slow")]
public sealed class UrnTamperingTest(Place place, ITestOutputHelper output) : IClassFixture<Place>
{
    const int Seed = 20, Tamperings = 1000, Honest = 100, PollsOfAGroup = 12;

    sealed record Poll(Guid Id, Guid Group, List<string> Codes);

    sealed class Undone : Exception;

    [Fact]
    public async Task Finds_a_thousand_tamperings_of_a_thousand_and_accuses_no_honest_urn()
    {
        output.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        var polls = await Polls(random);
        foreach (var poll in polls)
        {
            var (file, reading) = await place.With(s => Task.FromResult(Read(s, s.GetRequiredService<AppDb>(), poll.Id)));
            Assert.Empty(reading.Faults);
            Assert.True(reading.Holds);
            Assert.Empty(UrnVerifier.Faults(file, poll.Codes));
        }

        var (done, missed, unseen) = (new SortedDictionary<string, int>(StringComparer.Ordinal), new List<string>(), new List<string>());
        for (var n = 0; n < Tamperings;)
        {
            var (poll, other) = (polls[random.Next(polls.Count)], polls[random.Next(polls.Count)]);
            if (poll == other) continue;
            var tampering = new Tampering(place.Storage.Engine, poll.Id, other.Id, random);
            var (what, sql) = tampering.All[random.Next(tampering.All.Count)];
            if (await Tampered(poll.Id, [.. tampering.Defences], sql) is not var (file, reading)) continue;
            n++;
            done[what] = done.GetValueOrDefault(what) + 1;
            if (UrnVerifier.Faults(file, poll.Codes).Count == 0) missed.Add($"{what}: {string.Join("; ", sql)}");
            // On its own pages, without any letter, the product says it too.
            if (!reading.IsBroken) unseen.Add($"{what}: {string.Join("; ", sql)}");
        }
        foreach (var (what, times) in done) output.WriteLine($"{times,4}  {what}");
        Croisee.Tests.House.Repo.None(missed, "The verifier did not find:");
        Croisee.Tests.House.Repo.None(unseen, "The page would not say that the urn does not hold:");
        // Every kind must have been tried, or the thousand prove little.
        Assert.Equal(new Tampering(place.Storage.Engine, polls[0].Id, polls[1].Id, random).All.Select(t => t.What).Order(StringComparer.Ordinal), done.Keys);
    }

    /// <summary>Groups of two to five on each side, in the database, each asked a dozen questions: recusals, changed votes, reasons, and some whose voices are erased as announced.</summary>
    async Task<List<Poll>> Polls(Random random)
    {
        var polls = new List<Poll>();
        while (polls.Count < Honest)
        {
            var group = await new AGroup(place).Of(random.Next(2, 6), alternates: 1);
            for (var i = 0; i < PollsOfAGroup; i++)
            {
                var story = new Story(random, group.Group, group.Organiser.Id, place.Clock.ParisToday(), place.Clock.UtcNow());
                if (story.Deliberation.Step != Step.Closed) continue;
                await Stored(story.Deliberation, erased: random.Next(12) == 0);
                polls.Add(new(story.Deliberation.Id, group.Group.Id, story.Codes));
            }
        }
        return polls;
    }

    async Task Stored(Deliberation question, bool erased)
    {
        await place.Db(db =>
        {
            db.Deliberations.Add(question);
            db.Record(place.Clock.UtcNow(), Actor.System, Acts.Opened, question);
            return db.SaveChangesAsync();
        });
        if (!erased) return;
        await place.Db(async db =>
        {
            var stored = await db.Deliberations.Whole().SingleAsync(d => d.Id == question.Id);
            stored.Erase(place.Clock.UtcNow());
            db.Record(place.Clock.UtcNow(), Actor.System, Acts.Erased, stored);
            await db.SaveChangesAsync();
            stored.ForgetVoices();
            return await db.SaveChangesAsync();
        });
    }

    /// <summary>What the product would then give, read inside a transaction that is taken back; null when the database refused, or had nothing of the kind to change.</summary>
    async Task<(byte[] File, ReadUrn.Reading Reading)?> Tampered(Guid question, string[] defences, string[] sql) => await place.With(async services =>
    {
        (byte[], ReadUrn.Reading)? read = null;
        try
        {
            await services.GetRequiredService<AppDb>().WriteWhole<int>(d =>
            {
                foreach (var defence in defences) d.Database.ExecuteSqlRaw(defence);
                if (sql.Sum(s => d.Database.ExecuteSqlRaw(s)) > 0) read = Read(services, d, question);
                throw new Undone();
            });
        }
        catch (Exception refused) when (refused is Undone or DbException) { }
        return read;
    });

    static (byte[], ReadUrn.Reading) Read(IServiceProvider services, AppDb db, Guid id)
    {
        var question = db.Deliberations.Whole().AsNoTracking().Single(d => d.Id == id);
        var reading = services.GetRequiredService<ReadUrn>().Of(question);
        return (UrnFile.Of(question, reading), reading);
    }
}
