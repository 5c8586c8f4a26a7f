using System.Net;
using Croisee.Experiences;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Review;

/// <summary>What the team writes to authors leaves the house and stays with them: names are shown before, once, and nothing is refused for them.</summary>
public sealed class WarnedTeamTest(Place place) : IClassFixture<Place>
{
    const string Named = "Notre voisine Mme Lebrun, diabétique, a aidé.";

    async Task<(Browser Team, GivenExperience Experience, string Root)> Sent()
    {
        var organisation = await place.Given.AnOrganisation();
        var given = await place.Given.ASubmittedExperience(await place.Given.AnOpenCall(organisation, $"Un appel {Rules.Reference.New()}"));
        return (await place.Given.APerson("Organise", Role.Organiser, organisation), given, $"/bureau/experiences/{given.Reference}");
    }

    Task<ExperienceState> StateOf(GivenExperience given) => place.Db(db => db.Experiences.Where(e => e.Id == given.Id).Select(e => e.State).SingleAsync());

    static void Warned(Page page, string label)
    {
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(page.Document.QuerySelectorAll("mark"), m => m.TextContent.Contains("Lebrun", StringComparison.Ordinal));
        Assert.Equal(Named, page.Form("Envoyer tel quel").Value(label)!.Trim());
    }

    [Fact]
    public async Task Warns_before_a_message_leaves()
    {
        var (team, given, root) = await Sent();
        var page = await team.Open(root + "/messages");
        Assert.Contains("N’écrivez ni nom ni information de santé", page.TextContent, StringComparison.Ordinal);
        var warned = await page.Form("Envoyer le message").Fill("Votre message", Named).Send();
        Warned(warned, "Votre message");
        Assert.Equal(0, await Count());
        Assert.Contains("Votre message est envoyé", (await warned.Form("Envoyer tel quel").Send()).TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await Count());
        team.Dispose();

        Task<int> Count() => place.Db(db => db.Messages.CountAsync(m => m.ExperienceId == given.Id));
    }

    [Fact]
    public async Task Warns_before_a_verdict_and_before_it_is_taken_back()
    {
        var (team, given, root) = await Sent();
        var warned = await (await team.Open(root + "/recevabilite")).Form("Enregistrer").Choose("À compléter").Fill("Message aux auteurs", Named).Send();
        Warned(warned, "Message aux auteurs");
        Assert.Equal(ExperienceState.Submitted, await StateOf(given));
        await warned.Form("Envoyer tel quel").Send();
        Assert.Equal(ExperienceState.ToComplete, await StateOf(given));
        var back = await (await team.Open(root + "/recevabilite")).Form("Reprendre la demande").Fill("Pourquoi ne plus attendre cette précision ?", Named).Send();
        Warned(back, "Pourquoi ne plus attendre cette précision ?");
        Assert.Equal(ExperienceState.ToComplete, await StateOf(given));
        await back.Form("Envoyer tel quel").Send();
        Assert.Equal(ExperienceState.Submitted, await StateOf(given));
        await (await team.Open(root + "/recevabilite")).Form("Enregistrer").Choose("À compléter").Fill("Message aux auteurs", "Combien de personnes ?").Send();
        Assert.Equal(ExperienceState.ToComplete, await StateOf(given));
        team.Dispose();
    }

    [Fact]
    public async Task Warns_before_a_page_is_proposed()
    {
        var (team, given, _) = await Sent();
        await place.Given.ItPassed(given, ExperienceState.Admissible, ExperienceState.InReading, ExperienceState.Analysed, ExperienceState.NotSelected);
        var warned = await (await team.Open($"/bureau/publication/{given.Reference}/demande")).Form("Demander leur accord").Fill("Un mot aux auteurs", Named).Send();
        Warned(warned, "Un mot aux auteurs");
        Assert.Equal(ExperienceState.NotSelected, await StateOf(given));
        await warned.Form("Envoyer tel quel").Send();
        Assert.Equal(ExperienceState.ApprovalAsked, await StateOf(given));
        team.Dispose();
    }
}
