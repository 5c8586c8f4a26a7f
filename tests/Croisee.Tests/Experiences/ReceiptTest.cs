using Croisee.Data;
using Croisee.Experiences;
using Croisee.Journal;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Experiences;

/// <summary>The receipt says with which code one comes back: shown while this browser still holds it, then named, with a way to a new one.</summary>
public sealed class ReceiptTest(RoamingPlace place) : IClassFixture<RoamingPlace>
{
    [Fact]
    public async Task Shows_the_code_while_this_browser_holds_it_then_says_which_one_it_is()
    {
        var draft = await place.Given.ADraft(await place.Given.AnOpenCall());
        await place.Db(async db =>
        {
            var (experience, account) = (await db.Experiences.Include(e => e.Steps).SingleAsync(e => e.Reference == draft.Reference), Given.AnAccountOf("Le marché du mardi"));
            foreach (var (info, answers) in DepositSteps.All.Zip(account.Steps)) experience.Steps.Single(s => s.Code == info.Code).Write(answers, null, place.Clock.UtcNow());
            db.Record(place.Clock.UtcNow(), Actor.System, "donnee.de.test", experience);
            return await db.SaveChangesAsync();
        });
        var receipt = await (await draft.Browser.Open($"/deposer/fiche/{draft.Reference}/relire")).Form("Envoyer").Send();
        Assert.Equal("Votre expérience est arrivée", receipt.Heading);
        Assert.Contains(draft.Code.Replace('-', ' '), Page.Text(receipt.Document.QuerySelector(".secret")));
        Assert.NotNull(receipt.Document.QuerySelector(".receipt svg"));

        place.Clock.Advance(AuthorCookie.CodeLife);
        var later = await draft.Browser.Open(receipt.Path);
        Assert.Null(later.Document.QuerySelector(".secret"));
        Assert.Contains("C’est le code qui vous a été donné au début.", later.TextContent);
        var fresh = await (await later.Follow("Faire un nouveau code")).Form("Oui, faire un nouveau code").Send();
        var code = Page.Text(fresh.Document.QuerySelector(".secret"));
        Assert.Equal(code, Page.Text((await draft.Browser.Open(receipt.Path)).Document.QuerySelector(".secret")));

        place.Clock.Advance(AuthorCookie.CodeLife);
        Assert.Contains("C’est le dernier code que vous avez fait", (await draft.Browser.Open(receipt.Path)).TextContent);
    }

    [Fact]
    public async Task Shows_one_author_nothing_of_anothers_code()
    {
        var sent = await place.Given.ASubmittedExperience(await place.Given.AnOpenCall());
        using var author = await place.Given.AnAuthorOf(sent);
        Assert.Null((await author.Open($"/deposer/fiche/{sent.Reference}/recu")).Document.QuerySelector(".secret"));
    }
}
