using Croisee.Mail;
using Croisee.Tests.Groups;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Deliberation;

using Croisee.Deliberation;

/// <summary>Whoever a question waits for, or moves, is told: those who lead once all have spoken, members whom a restoring or a declared link concerns.</summary>
public sealed class ToldOfQuestionsTest(Place place) : IClassFixture<Place>
{
    Task<List<Notice>> NoticesTo(string email) => place.Db(db => db.Notices.AsNoTracking().Where(n => n.To == email).ToListAsync());

    static bool Begins(Notice notice, string path, string words) => notice.Path == path && notice.Line.StartsWith(words, StringComparison.Ordinal);

    [Fact]
    public async Task Tells_those_who_lead_once_that_all_opinions_are_given_and_that_all_have_voted()
    {
        var group = await new AGroup(place).Of(1);
        var question = await group.Ask();
        var root = $"/deliberations/{question.Reference}";
        using var office = await place.BrowserOf(group.Organiser);
        using var hers = await group.Browser(group.People[0]);
        using var his = await group.Browser(group.Professionals[0]);
        async Task<int> Told(string words) => (await NoticesTo(group.Organiser.Email)).Count(n => Begins(n, root + "/etape", words));

        await (await hers.Open(root + "/avis")).Form("Donner cet avis").Fill("Mon avis", "Le récit est sincère.").Send();
        Assert.Equal(0, await Told("Tous les avis"));
        await (await his.Open(root + "/avis")).Form("Donner cet avis").Fill("Mon avis", "Il manque les effets.").Send();
        Assert.Equal(1, await Told("Tous les avis"));

        await (await office.Open(root + "/etape")).Form("Ouvrir les échanges").Send();
        await (await office.Open(root + "/etape")).Form("Ouvrir le vote").Send();
        foreach (var (browser, vote, told) in new[] { (hers, "Oui", 0), (his, "Non", 1), (his, "Oui", 1) })
        {
            await (await browser.Open(root + "/vote")).Form("Voter").Choose(vote).Send();
            Assert.Equal(told, await Told("Tout le monde a voté"));
        }
    }

    /// <summary>The last two opinions at the same instant: one of them finds the other.</summary>
    [Fact]
    public async Task Tells_it_too_when_the_last_opinions_come_at_the_same_instant()
    {
        var group = await new AGroup(place).Of(2);
        var question = await group.Ask();
        var forms = new List<Form>();
        var browsers = new List<Browser>();
        foreach (var seat in group.People.Concat(group.Professionals))
        {
            browsers.Add(await group.Browser(seat));
            forms.Add((await browsers[^1].Open($"/deliberations/{question.Reference}/avis")).Form("Donner cet avis").Fill("Mon avis", $"L’avis de {seat.Label}."));
        }
        Assert.All(await Task.WhenAll(forms.Select(f => f.Send())), page => Assert.Equal(System.Net.HttpStatusCode.OK, page.Status));
        browsers.ForEach(b => b.Dispose());
        Assert.Equal(4, (await group.Read(question)).Opinions.Count);
        Assert.Single(await NoticesTo(group.Organiser.Email), n => Begins(n, $"/deliberations/{question.Reference}/etape", "Tous les avis"));
    }

    [Fact]
    public async Task Tells_whoever_is_recused_by_another_and_whoever_withdraws_so_that_both_sides_weigh_the_same()
    {
        var group = await new AGroup(place).Of(2);
        var question = await group.Ask(Step.Discussion);
        var root = $"/deliberations/{question.Reference}";
        using var office = await place.BrowserOf(group.Organiser);
        await (await office.Open(root + "/lien")).Form("Déclarer ce lien").Choose("Membre usager 2").Fill("Quel est ce lien ?", "Il y travaille.").Send();
        Assert.Single(await NoticesTo(group.Members[group.People[1].Id].Email), n => Begins(n, root, "Un lien est déclaré entre vous"));
        await (await office.Open(root + "/egalite")).Form("Rétablir l’égalité").Choose("Membre pro 2 se retire aussi").Send();
        Assert.Single(await NoticesTo(group.Members[group.Professionals[1].Id].Email), n => Begins(n, root, "Vous êtes en retrait"));
        Assert.DoesNotContain(await NoticesTo(group.Members[group.Professionals[0].Id].Email), n => n.Path == root);
    }

    [Fact]
    public async Task Says_to_an_alternate_what_an_alternate_waits_for()
    {
        var group = await new AGroup(place).Of(1, alternates: 1);
        var question = await group.Ask();
        using var alternate = await group.Browser(group.People[1]);
        var read = (await alternate.Open($"/deliberations/{question.Reference}")).TextContent;
        Assert.Contains("Vous êtes en suppléance : vous votez si un membre de votre collège se retire.", read, StringComparison.Ordinal);
        Assert.DoesNotContain("avant votre arrivée", read, StringComparison.Ordinal);
    }
}
