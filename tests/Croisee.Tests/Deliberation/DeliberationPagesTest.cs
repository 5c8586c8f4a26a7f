using System.Net;
using Croisee.Data;
using Croisee.Mail;
using Croisee.Tests.Groups;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Deliberation;

using Croisee.Deliberation;

public sealed class DeliberationPagesTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task Leads_a_question_from_blind_opinions_to_a_result_with_its_minority_opinion()
    {
        var group = await new AGroup(place).Of(2);
        var question = await group.Ask();
        var root = $"/deliberations/{question.Reference}";
        using var office = await place.BrowserOf(group.Organiser);
        var browsers = new List<Browser>();
        foreach (var seat in group.People.Concat(group.Professionals)) browsers.Add(await group.Browser(seat));

        // Opinions: blind until given.
        var page = await (await browsers[0].Open($"/groupes/{group.Group.Reference}")).Follow(question.Question);
        Assert.Contains("Votre avis est attendu.", page.TextContent);
        await (await page.Follow("Donner mon avis")).Form("Donner cet avis").Fill("Mon avis", "Le récit est sincère.").Send();
        Assert.DoesNotContain("Le récit est sincère.", (await browsers[1].Open(root + "/avis")).TextContent);
        Assert.DoesNotContain("Le récit est sincère.", (await office.Open(root + "/avis")).TextContent);
        var early = await (await office.Open(root + "/etape")).Form("Ouvrir les échanges").Send();
        Assert.Equal(HttpStatusCode.BadRequest, early.Status);
        Assert.Contains("aucun avis encore chez les professionnels", Assert.Single(early.Errors));
        var read = await (await browsers[2].Open(root + "/avis")).Form("Donner cet avis").Fill("Mon avis", "Il manque les effets.").Send();
        Assert.Contains("Le récit est sincère.", read.TextContent);

        // Discussion, then the vote, for which members are told.
        await (await office.Open(root + "/etape")).Form("Ouvrir les échanges").Send();
        var talk = await (await browsers[1].Open(root + "/echanges")).Form("Dire").Fill("Répondre", "Les effets sont à la fin.").Send();
        Assert.Contains("Les effets sont à la fin.", talk.TextContent);
        var opened = await (await office.Open(root + "/etape")).Form("Ouvrir le vote").Send();
        Assert.Contains("Le vote est ouvert", opened.TextContent);
        Assert.Equal(2, await place.Db(db => db.Notices.CountAsync(n => n.To == group.Members[group.People[0].Id].Email)));

        // Ballots stay hidden until closing, can be changed, and are counted once.
        await Vote(browsers[0], root, "Non", "Nous aurions voulu entendre des habitants partis.");
        await Vote(browsers[1], root, "Oui", null);
        await Vote(browsers[2], root, "Non", null);
        await Vote(browsers[2], root, "Oui", "Le pouvoir de décider est réel et daté.");
        Assert.NotEqual("Résultat", (await office.Open(root + "/resultat")).Document.Title);
        Assert.DoesNotContain("habitants partis", (await browsers[3].Open(root)).TextContent);
        await Vote(browsers[3], root, "Oui", null);
        var result = await (await office.Open(root + "/etape")).Form("Clore le vote").Send();

        Assert.Contains("Pas de décision : égalité", result.TextContent.Replace('\u00A0', ' '));
        Assert.Contains("Il y a égalité chez les personnes concernées", result.TextContent);
        Assert.Contains("Les deux collèges ne disent pas tout à fait la même chose", result.TextContent);
        Assert.Contains("Le pouvoir de décider est réel et daté.", result.TextContent);
        Assert.Equal("Lire le résultat", Page.Text((await browsers[0].Open(root)).Link("Lire le résultat")));
        foreach (var browser in browsers) browser.Dispose();
    }

    [Fact]
    public async Task Keeps_the_motive_typed_by_somebody_who_votes_too_late()
    {
        var group = await new AGroup(place).Of(1);
        var end = place.Clock.ParisToday().EndOfParisDay();
        var question = await group.Ask(Step.Ballot, end);
        using var browser = await group.Browser(group.People[0]);
        var form = (await browser.Open($"/deliberations/{question.Reference}/vote")).Form("Voter").Choose("Oui").Fill("Mon motif", "Convaincue.");
        var before = place.Clock.UtcNow();
        place.Clock.Set(end);
        var late = await form.Send();
        place.Clock.Set(before);
        Assert.Equal(HttpStatusCode.BadRequest, late.Status);
        Assert.Contains("Le vote est clos", Assert.Single(late.Errors));
        Assert.Equal("Convaincue.", late.Form("Voter").Value("Mon motif"));
        Assert.Empty((await group.Read(question)).Ballots);
    }

    [Fact]
    public async Task Closes_by_itself_a_vote_whose_announced_end_is_past_and_says_so_in_the_same_save()
    {
        var group = await new AGroup(place).Of(1);
        var question = await group.Ask(Step.Ballot, place.Clock.UtcNow().AddHours(1));
        using var browser = await group.Browser(group.People[0]);
        await Vote(browser, $"/deliberations/{question.Reference}", "Oui", null);
        var before = place.Clock.UtcNow();
        place.Clock.Advance(TimeSpan.FromHours(1));
        await place.With(async s => { await s.GetRequiredService<CloseBallots>().Run(default); return true; });
        place.Clock.Set(before);
        Assert.Equal(Result.NoQuorum, (await group.Read(question)).Result);
    }

    [Fact]
    public async Task Takes_a_linked_member_out_and_restores_the_sides_by_a_substitute()
    {
        var group = await new AGroup(place).Of(2, alternates: 1);
        var question = await group.Ask(Step.Discussion);
        var root = $"/deliberations/{question.Reference}";
        using var linked = await group.Browser(group.People[1]);
        var page = await (await linked.Open(root + "/lien")).Form("Me retirer de cette question").Fill("Quel est ce lien ?", "J’y habite.").Send();
        Assert.Contains("Un lien est déclaré entre vous et le sujet", page.TextContent);
        Assert.Contains("1 en retrait", page.TextContent);
        Assert.DoesNotContain("Le récit est sincère.", (await linked.Open(root + "/echanges")).TextContent);

        using var office = await place.BrowserOf(group.Organiser);
        var refused = await (await office.Open(root + "/etape")).Form("Ouvrir le vote").Send();
        Assert.Contains("L’égalité n’est pas rétablie", Assert.Single(refused.Errors));
        var balance = await (await office.Open(root)).Follow("Rétablir l’égalité");
        var restored = await balance.Form("Rétablir l’égalité").Choose("Membre usager 3 prend la place").Send();
        Assert.Contains("Remplacement par Membre usager 3.", restored.TextContent);

        await (await office.Open(root + "/etape")).Form("Ouvrir le vote").Send();
        using var substitute = await group.Browser(group.People[2]);
        await Vote(substitute, root, "Oui", null);
        Assert.Equal(1, (await group.Read(question)).Count().Colleges.Sum(c => c.Yes));
    }

    [Fact]
    public async Task Shows_a_seat_set_aside_in_the_words_of_the_table()
    {
        var group = await new AGroup(place).Of(3);
        var question = await group.Ask(Step.Discussion);
        var root = $"/deliberations/{question.Reference}";
        using var office = await place.BrowserOf(group.Organiser);
        await (await office.Open(root + "/lien")).Form("Déclarer ce lien").Choose("Membre usager 3").Fill("Quel est ce lien ?", "Il y travaille.").Send();
        var page = await (await office.Open(root + "/egalite")).Form("Rétablir l’égalité").Choose("Tirer au sort un siège de l’autre côté").Send();
        Assert.Contains("1 retiré pour rétablir l’égalité", page.TextContent);
        Assert.Contains("par tirage au sort", page.TextContent);
        Assert.True((await group.Read(question)).Panel.IsBalanced);
    }

    [Fact]
    public async Task Moves_nothing_when_an_old_page_is_sent_again()
    {
        var group = await new AGroup(place).Of(1);
        var question = await group.Ask(Step.Discussion);
        using var office = await place.BrowserOf(group.Organiser);
        var page = await office.Open($"/deliberations/{question.Reference}/etape");
        await page.Form("Ouvrir le vote").Send();
        await page.Form("Ouvrir le vote").Send();
        Assert.Equal(Step.Ballot, (await group.Read(question)).Step);
    }

    [Fact]
    public async Task Is_absent_for_whoever_does_not_sit_in_the_group_and_its_steps_for_a_plain_member()
    {
        var group = await new AGroup(place).Of(1);
        var other = await new AGroup(place).Of(1);
        var question = await group.Ask();
        using var stranger = await other.Browser(other.People[0]);
        foreach (var page in new[] { "", "/avis", "/echanges", "/vote", "/resultat", "/lien", "/etape", "/egalite" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open($"/deliberations/{question.Reference}{page}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open($"/deliberations/bcdfghjk{page}")).Status);
        }
        using var member = await group.Browser(group.People[0]);
        Assert.Equal(HttpStatusCode.NotFound, (await member.Open($"/deliberations/{question.Reference}/etape")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await member.Open($"/deliberations/{question.Reference}/egalite")).Status);
    }

    [Fact]
    public async Task Refuses_the_vote_of_an_organiser_who_does_not_sit()
    {
        var group = await new AGroup(place).Of(1);
        var question = await group.Ask(Step.Ballot);
        using var member = await group.Browser(group.People[0]);
        using var office = await place.BrowserOf(group.Organiser);
        var form = (await member.Open($"/deliberations/{question.Reference}/vote")).Form("Voter");
        Assert.Equal(HttpStatusCode.NotFound, (await office.Open($"/deliberations/{question.Reference}/vote")).Status);
        await form.Choose("Oui").Set("Form.SeatId", group.Professionals[0].Id.ToString()).Send();
        Assert.Equal(group.People[0].Id, Assert.Single((await group.Read(question)).Ballots).SeatId);
    }

    static async Task Vote(Browser browser, string root, string vote, string? motive)
    {
        var form = (await browser.Open(root + "/vote")).Form("Voter").Choose(vote);
        var page = await (motive is null ? form : form.Fill("Mon motif", motive)).Send();
        Assert.Equal(HttpStatusCode.OK, page.Status);
    }
}
