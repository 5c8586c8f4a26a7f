using Croisee.Data;
using Croisee.Groups;
using Croisee.Library.EasyRead;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>A concerned reader finds which easy texts wait for them, from their groups, from the easy pages and from a letter; nobody else is led there (FAL-R1).</summary>
public sealed class TextsToReadTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task Lists_what_waits_for_a_concerned_reader_until_they_have_read_the_words_of_today()
    {
        var sheet = await place.Given.APublishedSheet(await place.Given.AnOpenCall(), "Un texte qui attend");
        using var nadia = await place.Given.AConcernedReader("Nadia");
        var waiting = await nadia.Open("/groupes");
        Assert.Contains("Textes à relire", waiting.TextContent);
        var read = await waiting.Follow("Un texte qui attend");
        Assert.Equal($"/experiences/{sheet.Reference}/relecture", read.Path);
        await read.Form("Envoyer ma réponse").Choose("Je ne comprends pas tout").Send();
        Assert.DoesNotContain("Un texte qui attend", (await nadia.Open("/groupes")).TextContent);
        using var paul = await place.Given.AConcernedReader("Paul");
        Assert.Contains("relisent ce texte en ce moment", (await paul.Open("/groupes")).TextContent);

        // Published again with other words: it waits for Nadia again.
        place.Clock.Advance(TimeSpan.FromMinutes(5));
        using var author = await place.Given.AnAuthorOf(sheet);
        await (await author.Open($"/suivre/fiche/{sheet.Reference}/correction")).Form("Ouvrir mes textes").Send();
        await (await author.Open($"/deposer/fiche/{sheet.Reference}/essentiel")).Form("Enregistrer et continuer").Fill("Résumé facile à lire", "On a choisi ensemble.\nLe dîner est à sept heures.").Send();
        await (await author.Open($"/suivre/fiche/{sheet.Reference}/accord")).Form("Publier").Choose("Je suis d’accord pour publier cette page.").Send();
        Assert.Contains("Un texte qui attend", (await nadia.Open("/groupes")).TextContent);
    }

    [Fact]
    public async Task Leads_concerned_readers_there_from_the_easy_pages_and_nobody_else()
    {
        var sheet = await place.Given.APublishedSheet(await place.Given.AnOpenCall(), "Un texte à deux chemins");
        using var reader = await place.Given.AConcernedReader("Inès");
        using var other = await place.Given.APerson("Sans siège");
        foreach (var path in new[] { "/facile", "/facile/page", "?lecture=facile" })
        {
            Assert.Equal($"/experiences/{sheet.Reference}/relecture", (await reader.Open($"/experiences/{sheet.Reference}{path}")).Link("Relire ce texte").GetAttribute("href"));
            Assert.DoesNotContain("/relecture", (await other.Open($"/experiences/{sheet.Reference}{path}")).Source);
            Assert.DoesNotContain("/relecture", (await place.Browser().Open($"/experiences/{sheet.Reference}{path}")).Source);
        }
        Assert.DoesNotContain("Textes à relire", (await other.Open("/groupes")).TextContent);
    }

    [Fact]
    public async Task Is_told_on_the_monday_after_and_not_again_while_nothing_new_came()
    {
        await place.Given.TheJobIsMine(TellTexts.Job);
        await place.Given.APublishedSheet(await place.Given.AnOpenCall(), "Un texte annoncé");
        var person = await place.Given.AnAccount("Lit le lundi");
        var group = new Group("Groupe du lundi", (await place.Given.TheInstance()).Id, GroupKind.WorkingGroup, place.Clock.UtcNow());
        group.Fill(group.OpenSeat(College.ServiceUsers, "Membre", new(place.Clock.ParisToday())), person.Id, Guid.CreateVersion7(), place.Clock.ParisToday());
        await place.Given.Added(group);
        await place.Given.TheJobRan(TellTexts.Job);
        Assert.Equal(0, await Told(person));
        place.Clock.Advance(TimeSpan.FromDays(7));
        await place.Given.TheJobRan(TellTexts.Job);
        Assert.Equal(1, await Told(person));
        place.Clock.Advance(TimeSpan.FromDays(7));
        await place.Given.TheJobRan(TellTexts.Job);
        Assert.Equal(1, await Told(person));
        await place.Given.APublishedSheet(await place.Given.AnOpenCall(), "Un autre texte annoncé");
        place.Clock.Advance(TimeSpan.FromDays(7));
        await place.Given.TheJobRan(TellTexts.Job);
        Assert.Equal(2, await Told(person));
    }

    Task<int> Told(Person person) => place.Db(db => db.Set<Croisee.Mail.Notice>().CountAsync(n => n.To == person.Email && n.Path == "/groupes" && n.Line.Contains("relecture")));
}
