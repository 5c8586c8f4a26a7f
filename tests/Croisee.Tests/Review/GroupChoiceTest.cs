using System.Net;
using Croisee.Data;
using Croisee.Deliberation;
using Croisee.Experiences;
using Croisee.Groups;
using Croisee.Journal;
using Croisee.Library;
using Croisee.Mail;
using Croisee.People;
using Croisee.Review;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Review;

/// <summary>A choice of the group is read with its reason, says of parity what was counted, and says when the text changed under it (EXP-R7, EXP-R9). A withdrawal leaves no question open (EXP-R10).</summary>
[Trait("kind", "slow")]
public sealed partial class GroupChoiceTest(Place place) : IClassFixture<Place>
{
    sealed record Setting(GivenGroup Group, GivenExperience Experience, Pair Pair, Person Organiser, Browser Team) : IDisposable
    {
        public void Dispose() => Team.Dispose();
    }

    async Task<Setting> Analysed(int users = 1, int professionals = 1, string title = "Le potager partagé")
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation, $"Un appel {Rules.Reference.New()}");
        var group = await place.Given.AGroupOf(organisation, users, professionals);
        if (users != professionals)
            await place.Db(async db =>
            {
                var whole = await db.Groups.Whole().SingleAsync(g => g.Id == group.Group.Id);
                whole.Excuse("Une place se libère en mars.", group.Members[0].Id, place.Clock.ParisToday(), place.Clock.UtcNow());
                db.Record(place.Clock.UtcNow(), Actor.System, "donnee.de.test", whole);
                return await db.SaveChangesAsync();
            });
        var today = await place.Db(db => db.Groups.AsNoTracking().Whole().SingleAsync(g => g.Id == group.Group.Id));
        group = group with { Group = today };
        await place.Given.ItReadsFor(group, call);
        var (experience, pair) = await place.Given.AnExperienceReadBy(group, call, 0, users, title);
        await place.Given.ItPassed(experience, ExperienceState.Analysed);
        var organiser = await place.Given.AnAccount($"Organise {Rules.Reference.New()}");
        await place.Given.AGrant(organiser, Role.Organiser, organisation);
        return new(group, experience, pair, organiser, await place.Given.SignedIn(organiser));
    }

    Task<ExperienceState> StateOf(GivenExperience given) => place.Db(db => db.Experiences.Where(e => e.Id == given.Id).Select(e => e.State).SingleAsync());
    Task<List<Notice>> NoticesTo(Person person) => place.Db(db => db.Notices.AsNoTracking().Where(n => n.To == person.Email).ToListAsync());

    static async Task<Page> Advance(Browser team, string path, string? lastDay = null)
    {
        var page = await team.Open(path + "/etape");
        var form = page.Form(page.Document.QuerySelectorAll("main button").Select(Page.Text).Single());
        return await (lastDay is null ? form : form.Fill("Dernier jour du vote, inclus", lastDay)).Send();
    }

    /// <summary>Everybody says what they think and votes, without a motive unless one is given. Returns the path of the question, whose vote is still open.</summary>
    async Task<string> Vote(Setting here, string vote, string? motive = null, string? lastDay = null)
    {
        var path = (await (await here.Team.Open($"/groupes/{here.Group.Group.Reference}/deliberer/{here.Experience.Reference}")).Form("Poser la question").Send()).Path;
        var members = new List<Browser>();
        foreach (var member in here.Group.Members) members.Add(await place.Given.SignedIn(member));
        foreach (var member in members) await (await member.Open(path + "/avis")).Form("Donner cet avis").Fill("Mon avis", "Mot d’un avis, à effacer un jour.").Send();
        await Advance(here.Team, path);
        await Advance(here.Team, path, lastDay);
        foreach (var member in members)
        {
            var form = (await member.Open(path + "/vote")).Form("Voter").Choose(vote);
            await (motive is null ? form : form.Fill("Mon motif", motive)).Send();
        }
        members.ForEach(m => m.Dispose());
        return path;
    }

    [Fact]
    public async Task Is_not_announced_before_its_reason_is_written()
    {
        using var here = await Analysed();
        var path = await Vote(here, "Oui");
        var asked = await Advance(here.Team, path);
        Assert.Equal((path + "/motif", "Écrire le motif du groupe"), (asked.Path, asked.Heading));
        Assert.Contains("Adoptée", asked.TextContent, StringComparison.Ordinal);
        Assert.Equal(ExperienceState.Analysed, await StateOf(here.Experience));
        Assert.Contains(await NoticesTo(here.Organiser), n => n.Path == path + "/motif");
        using var member = await place.Given.SignedIn(here.Group.Members[0]);
        Assert.Equal(HttpStatusCode.NotFound, (await member.Open(path + "/motif")).Status);
        Assert.Contains("tant que le motif du groupe n’est pas écrit", (await member.Open(path + "/resultat")).TextContent, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.BadRequest, (await asked.Form("Annoncer la décision").Send()).Status);
        var told = await asked.Form("Annoncer la décision").Fill("Le motif du groupe", "Le groupe y voit un pouvoir partagé.").Send();
        Assert.Contains("Le groupe y voit un pouvoir partagé.", told.TextContent, StringComparison.Ordinal);
        Assert.Equal(ExperienceState.Remarkable, await StateOf(here.Experience));
        Assert.Equal("Le groupe y voit un pouvoir partagé.", await place.Db(db => db.Selections.Where(s => s.ExperienceId == here.Experience.Id).Select(s => s.Motives).SingleAsync()));
        Assert.EndsWith("/resultat", (await here.Team.Open(path + "/motif")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waits_for_its_reason_too_when_the_vote_closes_by_itself_and_reminds_of_it()
    {
        using var here = await Analysed();
        var path = await Vote(here, "Non", lastDay: place.Clock.ParisToday().AddDays(2).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        place.Clock.Advance(TimeSpan.FromDays(3));
        await place.Given.TheJobRan(CloseBallots.Job);
        Assert.Equal(ExperienceState.Analysed, await StateOf(here.Experience));
        var first = (await NoticesTo(here.Organiser)).Count(n => n.Path == path + "/motif");
        Assert.Equal(1, first);
        place.Clock.Advance(TimeSpan.FromDays(7));
        await place.Given.TheJobRan(RemindVoices.Job);
        Assert.True((await NoticesTo(here.Organiser)).Count(n => n.Path == path + "/motif") > first);
        using var later = await place.Given.SignedIn(here.Organiser);
        await (await later.Open(path + "/motif")).Form("Annoncer la décision").Fill("Le motif du groupe", "Rien n’a encore changé.").Send();
        Assert.Equal(ExperienceState.NotSelected, await StateOf(here.Experience));
    }

    async Task<string> Published(Setting here)
    {
        await Advance(here.Team, await Vote(here, "Oui", "Le pouvoir de décider est réel."));
        await place.Given.ItPassed(here.Experience, ExperienceState.ApprovalAsked);
        await place.Given.ItWasPublished(here.Experience);
        return (await place.Browser().Open($"/experiences/{here.Experience.Reference}")).TextContent;
    }

    [Fact]
    public async Task Says_of_parity_what_was_counted_and_nothing_where_nobody_counted()
    {
        using var equal = await Analysed(2, 2, "Le goûter à quatre");
        Assert.Contains("à parts égales : 2 personnes concernées et 2 professionnels", (await Published(equal)).Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains("Il y a autant de professionnels", (await place.Browser().Open($"/experiences/{equal.Experience.Reference}/facile")).TextContent, StringComparison.Ordinal);

        using var unequal = await Analysed(1, 2, "Le goûter à trois");
        var page = (await Published(unequal)).Replace('\u00a0', ' ');
        Assert.Contains("un groupe de 1 personne concernée et 2 professionnels. Les deux côtés n’étaient pas égaux", page, StringComparison.Ordinal);
        Assert.DoesNotContain("à parts égales", page, StringComparison.Ordinal);
        // The reason was written for the members.
        Assert.DoesNotContain("Une place se libère", page, StringComparison.Ordinal);
        Assert.DoesNotContain("autant de professionnels", (await place.Browser().Open($"/experiences/{unequal.Experience.Reference}/facile")).TextContent, StringComparison.Ordinal);

        var taken = await place.Given.APublishedSheet(await place.Given.AnOpenCall(), "Une fiche venue d’ailleurs", remarkable: true);
        Assert.DoesNotContain("à parts égales", (await place.Browser().Open($"/experiences/{taken.Reference}")).TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("autant de professionnels", (await place.Browser().Open($"/experiences/{taken.Reference}/facile")).TextContent, StringComparison.Ordinal);
    }


    [Fact]
    public async Task Tells_the_group_of_a_published_text_and_says_that_it_changed_since()
    {
        using var here = await Analysed(title: "La carte écrite à plusieurs");
        Assert.DoesNotContain(ChoiceWords.Changed, await Published(here), StringComparison.Ordinal);
        var address = $"/experiences/{here.Experience.Reference}";
        Assert.Contains(await NoticesTo(here.Organiser), n => n.Path == address && n.Line.StartsWith("Une expérience est publiée", StringComparison.Ordinal));

        using var author = await place.Given.AnAuthorOf(here.Experience);
        await (await author.Open($"/suivre/fiche/{here.Experience.Reference}/correction")).Form("Ouvrir mes textes").Send();
        await (await author.Open($"/deposer/fiche/{here.Experience.Reference}/essentiel")).Form("Enregistrer et continuer").Fill("Résumé", "Un tout autre récit.").Send();
        var asked = await author.Open($"/suivre/fiche/{here.Experience.Reference}/accord");
        Assert.Contains(ChoiceWords.Changed, asked.TextContent, StringComparison.Ordinal);
        await asked.Form("Publier").Choose("Je suis d’accord pour publier cette page.").Send();
        Assert.Contains(ChoiceWords.Changed, (await place.Browser().Open(address)).TextContent, StringComparison.Ordinal);
        Assert.Contains(await NoticesTo(here.Organiser), n => n.Path == address + "/versions" && n.Line.StartsWith("Une fiche retenue est modifiée", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Leaves_no_question_open_about_a_withdrawn_experience_and_forgets_all_of_it_in_thirty_days()
    {
        using var here = await Analysed();
        foreach (var member in new[] { 0, 1 }) await place.Given.TheyRead(here.Pair, here.Group.Seat(member).Id, Given.ACoding());
        var path = await Vote(here, "Oui", "Un motif à effacer.");
        using (var author = await place.Given.AnAuthorOf(here.Experience)) await (await author.Open($"/suivre/fiche/{here.Experience.Reference}/retrait")).Form("Retirer").Send();
        using var reader = await place.Given.SignedIn(here.Group.Members[0]);
        var page = await reader.Open(path);
        Assert.Contains("La question est close, sans décompte", page.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Voter", page.Document.QuerySelectorAll("main a").Select(Page.Text));
        Assert.Equal(path, (await reader.Open(path + "/resultat")).Path);
        Assert.DoesNotContain("Mot d’un avis", (await reader.Open(path + "/avis")).TextContent, StringComparison.Ordinal);
        Assert.Contains(await NoticesTo(here.Organiser), n => n.Path == path && n.Line.StartsWith("Une expérience est retirée", StringComparison.Ordinal));
        place.Clock.Advance(TimeSpan.FromDays(7));
        await place.Given.TheJobRan(RemindVoices.Job);
        Assert.DoesNotContain(await NoticesTo(here.Group.Members[0]), n => n.Line.StartsWith("Votre vote est attendu", StringComparison.Ordinal));

        await place.Given.TheJobRan(ForgetReadings.Job);
        Assert.NotEqual((0, 0, 0, 0), await Left(here.Experience));
        place.Clock.Advance(TimeSpan.FromDays(Forget.WithdrawnDays));
        await place.Given.TheJobRan(ForgetReadings.Job);
        await place.Given.TheJobRan(ForgetReadings.Job);
        Assert.Equal((0, 0, 0, 0), await Left(here.Experience));
        Assert.Equal(1, await place.Db(db => db.JournalEntries.CountAsync(e => e.SubjectId == here.Experience.Id && e.Act == Croisee.Review.Acts.Erased)));
    }

    [Fact]
    public async Task Keeps_the_choice_and_its_codes_and_forgets_the_words_when_the_announced_work_is_over()
    {
        using var here = await Analysed();
        await place.Db(async db =>
        {
            var reading = new Reading(await db.Pairs.SingleAsync(p => p.Id == here.Pair.Id), here.Group.Seat(0).Id, place.Clock.UtcNow());
            reading.Write(Given.ACoding(), new Dictionary<string, CriterionNote> { ["CRI_REALITE"] = new(3, "Des mots à effacer.") }, "Une remarque à effacer.", place.Clock.UtcNow());
            reading.Give(place.Clock.UtcNow());
            db.Readings.Add(reading);
            db.Record(place.Clock.UtcNow(), Actor.System, "donnee.de.test", reading);
            return await db.SaveChangesAsync();
        });
        var path = await Vote(here, "Oui", "Le pouvoir est réel.");
        await Advance(here.Team, path);
        var ends = await place.Db(db => db.Experiences.Where(e => e.Id == here.Experience.Id).Select(e => e.Call.Notice).SingleAsync());
        await place.Given.TheJobRan(ForgetReadings.Job);
        Assert.Equal((1, 2, 2, 1), await Left(here.Experience));
        place.Clock.Set(ends.ErasedFrom!.Value.EndOfParisDay());
        await place.Given.TheJobRan(ForgetReadings.Job);
        Assert.Equal((1, 0, 0, 1), await Left(here.Experience));
        var read = await place.Db(db => db.Readings.AsNoTracking().SingleAsync(r => r.ExperienceId == here.Experience.Id));
        Assert.Equal((0, null, "D3_CONCERTATION"), (read.Criteria.Count, read.Remark, read.Coding.Degree));
        using var team = await place.Given.SignedIn(here.Organiser);
        var page = await team.Open(path);
        Assert.Contains("Adoptée", page.TextContent, StringComparison.Ordinal);
        Assert.Contains("effacés, comme annoncé", page.TextContent, StringComparison.Ordinal);
        Assert.Equal(path, (await team.Open(path + "/resultat")).Path);
    }

    /// <summary>Readings, opinions, ballots, selections.</summary>
    Task<(int, int, int, int)> Left(GivenExperience given) => place.Db(async db =>
    {
        var questions = await db.Deliberations.AsNoTracking().Whole().Where(d => d.SubjectId == given.Id).ToListAsync();
        return (await db.Readings.CountAsync(r => r.ExperienceId == given.Id), questions.Sum(q => q.Opinions.Count), questions.Sum(q => q.Ballots.Count), await db.Selections.CountAsync(s => s.ExperienceId == given.Id));
    });
}
