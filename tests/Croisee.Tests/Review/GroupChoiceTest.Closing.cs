using Croisee.Data;
using Croisee.Deliberation;
using Croisee.Experiences;
using Croisee.Journal;
using Croisee.Review;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Review;

/// <summary>How a vote closes when something else ends first, or fails.</summary>
[Trait("kind", "slow")]
public sealed partial class GroupChoiceTest
{
    [Fact]
    public async Task Closes_without_a_count_and_erases_a_question_left_open_when_the_announced_work_is_over()
    {
        using var here = await Analysed(title: "La question jamais close");
        using var awaiting = await Analysed(title: "Le motif jamais écrit");
        var (open, unsaid) = (await Vote(here, "Oui", "Un motif à effacer."), await Vote(awaiting, "Oui"));
        await Advance(awaiting.Team, unsaid);
        var ends = await place.Db(db => db.Experiences.Where(e => e.Id == here.Experience.Id).Select(e => e.Call.Notice).SingleAsync());
        foreach (var job in new[] { ForgetReadings.Job, Forget.Job }) await place.Given.TheJobIsMine(job);
        place.Clock.Set(ends.ErasedFrom!.Value.EndOfParisDay());
        await place.Given.TheJobRan(ForgetReadings.Job);
        foreach (var path in new[] { open, unsaid })
        {
            var question = await place.Db(db => db.Deliberations.AsNoTracking().Whole().SingleAsync(d => d.Reference == path.Substring("/deliberations/".Length)));
            Assert.Equal((0, 0, false), (question.Opinions.Count, question.Ballots.Count, question.AwaitsReason));
            Assert.NotNull(question.ErasedAt);
        }
        using var member = await place.Given.SignedIn(here.Group.Members[0]);
        var page = await member.Open(open);
        Assert.Contains("La question est close, sans décompte", page.TextContent, StringComparison.Ordinal);
        Assert.Equal(open, (await member.Open(open + "/resultat")).Path);
        Assert.Equal(ExperienceState.Analysed, await StateOf(here.Experience));
    }

    [Fact]
    public async Task Closes_the_other_votes_when_one_cannot_be_stored()
    {
        var lastDay = place.Clock.ParisToday().AddDays(2).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        using var broken = await Analysed(title: "Le vote qui ne se range pas");
        using var sound = await Analysed(title: "Le vote qui se range");
        var (first, second) = (await Vote(broken, "Oui", "Un motif.", lastDay), await Vote(sound, "Oui", "Un motif.", lastDay));
        // A choice is already stored for it: the base refuses a second.
        await place.Db(async db =>
        {
            var question = await db.Deliberations.AsNoTracking().Whole().SingleAsync(d => d.SubjectId == broken.Experience.Id);
            var selection = new Selection(broken.Experience.Id, question, null, place.Clock.UtcNow());
            db.Selections.Add(selection);
            db.Record(place.Clock.UtcNow(), Actor.System, "donnee.de.test", selection);
            return await db.SaveChangesAsync();
        });
        place.Clock.Advance(TimeSpan.FromDays(3));
        // And the clockwork hears of it: the page of jobs shows the failure.
        await Assert.ThrowsAsync<InvalidOperationException>(() => place.Given.TheJobRan(CloseBallots.Job));
        Assert.Equal(ExperienceState.Analysed, await StateOf(broken.Experience));
        Assert.Equal(ExperienceState.Remarkable, await StateOf(sound.Experience));
        Assert.NotEqual(first, second);
        // What stood in its way goes, and the next round closes it.
        await place.Db(db => db.Write(d => d.Selections.Where(s => s.ExperienceId == broken.Experience.Id).ExecuteDelete()));
        await place.Given.TheJobRan(CloseBallots.Job);
        Assert.Equal(ExperienceState.Remarkable, await StateOf(broken.Experience));
    }

    [Fact]
    public async Task Shows_the_authors_the_whole_motives_and_the_way_their_beginning()
    {
        using var here = await Analysed(title: "Des motifs très longs");
        var motive = new string('m', Passage.WhyMax - 1);
        var path = await Vote(here, "Oui");
        await Advance(here.Team, path);
        await place.Db(async db =>
        {
            var question = await db.Deliberations.Whole().SingleAsync(d => d.SubjectId == here.Experience.Id);
            question.GiveReason(motive);
            db.Record(place.Clock.UtcNow(), Actor.System, "donnee.de.test", question);
            db.Announce(new DeliberationClosed(question.Id, question.Subject, question.Result!.Value));
            return await db.SaveChangesAsync();
        });
        // A sign of several parts, over the limit, is left out whole.
        Assert.Equal(motive + "…", Passage.Shortened(motive + "👩‍🦽 et la fin."));
        Assert.Equal("Court.", Passage.Shortened("Court."));
        using var author = await place.Given.AnAuthorOf(here.Experience);
        var read = await author.Open($"/suivre/fiche/{here.Experience.Reference}/codage");
        Assert.Contains("Les motifs du groupe", read.TextContent, StringComparison.Ordinal);
        Assert.Contains(motive, read.TextContent, StringComparison.Ordinal);
    }
}
