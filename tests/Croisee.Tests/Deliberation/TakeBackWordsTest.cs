using System.Net;
using Croisee.Data;
using Croisee.Journal;
using Croisee.Tests.Groups;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Deliberation;

using Croisee.Deliberation;

/// <summary>What was said may be taken back by whoever said it, or hidden with a reason by whoever leads: the words go, a line stays, and a base that comes back loses them again (S41).</summary>
public sealed class TakeBackWordsTest(Place place) : IClassFixture<Place>
{
    async Task<(AGroup Group, Deliberation Question, string Root)> InDiscussion()
    {
        var group = await new AGroup(place).Of(2);
        var question = await group.Ask(Step.Discussion);
        return (group, question, $"/deliberations/{question.Reference}");
    }

    static async Task<Page> Say(Browser browser, string root, string words) => await (await browser.Open(root + "/echanges")).Form("Dire").Fill("Répondre", words).Send();

    static string PathOf(Page page, string link) => page.Link(link).GetAttribute("href")!;

    [Fact]
    public async Task Takes_back_ones_own_words_and_nobody_elses()
    {
        var (group, question, root) = await InDiscussion();
        using var mine = await group.Browser(group.People[1]);
        using var other = await group.Browser(group.Professionals[1]);
        var page = await Say(mine, root, "Mme Lebrun me l’a dit.");
        var path = PathOf(page, "Reprendre mes mots");
        Assert.Equal(HttpStatusCode.NotFound, (await other.Open(path)).Status);
        Assert.DoesNotContain("/paroles/", (await other.Open(root + "/echanges")).Source, StringComparison.Ordinal);
        var form = (await mine.Open(path)).Form("Oui, les reprendre");
        Assert.Contains("Cette personne a repris ses mots", (await form.Send()).TextContent, StringComparison.Ordinal);
        await form.Send();
        foreach (var reader in new[] { mine, other }) Assert.DoesNotContain("Lebrun", (await reader.Open(root + "/echanges")).Source, StringComparison.Ordinal);
        var remark = Assert.Single((await group.Read(question)).Remarks);
        Assert.Equal(("", null), (remark.Text, remark.GoneWhy));
        Assert.Equal(1, await place.Db(db => db.JournalEntries.CountAsync(e => e.SubjectId == question.Id && e.Act == Acts.WordsTakenBack)));
        // The same words may be said again: what was taken back is no double.
        Assert.Contains("On me l’a dit.", (await Say(mine, root, "On me l’a dit.")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hides_words_with_a_reason_that_all_read_and_tells_whoever_said_them()
    {
        var (group, question, root) = await InDiscussion();
        using var said = await group.Browser(group.People[1]);
        using var office = await place.BrowserOf(group.Organiser);
        await Say(said, root, "Mme Lebrun me l’a dit.");
        var path = PathOf(await office.Open(root + "/echanges"), $"Cacher ces mots : {group.People[1].Label}");
        var form = (await office.Open(path)).Form("Oui, les cacher");
        Assert.Equal(HttpStatusCode.BadRequest, (await form.Send()).Status);
        await form.Fill("Pourquoi les cacher", "Une personne y est nommée.").Send();
        var shown = await said.Open(root + "/echanges");
        Assert.DoesNotContain("Lebrun", shown.Source, StringComparison.Ordinal);
        Assert.Contains("Une personne y est nommée.", shown.TextContent, StringComparison.Ordinal);
        Assert.Contains(await place.Db(db => db.Set<Croisee.Mail.Notice>().Where(n => n.To == group.Members[group.People[1].Id].Email).Select(n => n.Line).ToListAsync()), l => l.StartsWith("Des mots que vous avez écrits sont cachés", StringComparison.Ordinal));

        // An opinion too, from the moment it may be read; it stays given.
        var opinion = (await group.Read(question)).Opinions.First(o => o.SeatId == group.People[0].Id);
        await (await office.Open($"{root}/paroles/{opinion.Id}")).Form("Oui, les cacher").Fill("Pourquoi les cacher", "Une personne y est nommée.").Send();
        Assert.DoesNotContain("Le récit est sincère.", (await office.Open(root + "/avis")).TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await group.Read(question)).Opinions.Count);
    }

    [Fact]
    public async Task Hides_no_opinion_that_may_not_be_read_yet()
    {
        var group = await new AGroup(place).Of(1);
        var question = await group.Ask();
        using var mine = await group.Browser(group.People[0]);
        using var office = await place.BrowserOf(group.Organiser);
        await (await mine.Open($"/deliberations/{question.Reference}/avis")).Form("Donner cet avis").Fill("Mon avis", "Mon avis aveugle.").Send();
        var id = (await group.Read(question)).Opinions.Single().Id;
        Assert.Equal(HttpStatusCode.NotFound, (await office.Open($"/deliberations/{question.Reference}/paroles/{id}")).Status);
        var back = await (await mine.Open($"/deliberations/{question.Reference}/paroles/{id}")).Form("Oui, les reprendre").Send();
        Assert.Contains("Cette personne a repris ses mots", back.TextContent, StringComparison.Ordinal);
        // Blind until given stays whole: nobody gives a second opinion.
        Assert.DoesNotContain("Donner cet avis", back.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loses_them_again_when_a_base_older_than_that_comes_back()
    {
        var (group, question, root) = await InDiscussion();
        using var mine = await group.Browser(group.People[1]);
        await Say(mine, root, "Mme Lebrun me l’a dit.");
        var id = (await group.Read(question)).Remarks.Single().Id;
        var way = place.App.Services.GetServices<EraseAgain>().Single(w => w.Act == Acts.WordsErased);
        Assert.True(await place.With(s => way.Run(s, id, place.Clock.UtcNow())));
        Assert.False(await place.With(s => way.Run(s, id, place.Clock.UtcNow())));
        Assert.Equal("", (await group.Read(question)).Remarks.Single().Text);
        // Whoever said them may have taken them back: nobody is said to have hidden them.
        var shown = (await mine.Open(root + "/echanges")).TextContent;
        Assert.Contains("Ces mots avaient été retirés", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("par qui mène le groupe", shown, StringComparison.Ordinal);
    }
}
