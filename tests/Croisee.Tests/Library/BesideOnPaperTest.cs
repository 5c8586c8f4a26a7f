using System.Net;
using Croisee.Data;
using Croisee.Journal;
using Croisee.Library;
using Croisee.Library.Collections;
using Croisee.Ui.Paper;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>What is published beside a sheet goes with it on every paper: questions and answers, who did it too, where it comes from; and leaves it when it is taken back.</summary>
public sealed class BesideOnPaperTest(Place place) : IClassFixture<Place>
{
    async Task<(GivenExperience Given, ReaderWord Asked, ReaderWord Hidden)> ASheetTalkedAbout()
    {
        var now = place.Clock.UtcNow();
        var call = await place.Given.AnOpenCall();
        var (given, source) = (await place.Given.APublishedSheet(call, "Celle dont on parle"), await place.Given.APublishedSheet(call, "Celle d’où elle vient"));
        var (asked, done, hidden) = (new ReaderWord(given.Id, "un", ReaderWordKind.Question, "Combien étiez-vous au début ?", null, now), new ReaderWord(given.Id, "deux", ReaderWordKind.DoneToo, "Chez nous aussi, dehors.", "Un foyer à Lorient", now.AddMinutes(1)), new ReaderWord(given.Id, "trois", ReaderWordKind.Question, "Que personne ne lit encore", null, now));
        foreach (var word in new[] { asked, done }) word.Accept(now);
        asked.Reply("Nous étions **sept**.", now.AddDays(2));
        var method = new Method(MethodKind.Tool, $"Le cahier qui voyage {given.Reference}", now);
        var (uses, from) = (new SheetLink(given.Id, "lien", LinkRelation.Uses, MethodKind.Tool, "Le cahier", null, now), new SheetLink(given.Id, "source", LinkRelation.AdaptedFrom, MethodKind.Method, null, source.Id, now));
        uses.Tie(method);
        foreach (var link in new[] { uses, from }) link.Accept(now);
        await place.Given.Added(asked, done, hidden, method, uses, from);
        return (given, asked, hidden);
    }

    static readonly string[] Said = ["Questions et échos", "Combien étiez-vous au début ?", "La réponse des auteurs", "Nous étions sept.", "Une équipe l’a fait aussi", "Un foyer à Lorient", "Chez nous aussi, dehors.", "D’où elle vient, avec quoi elle se fait", "Utilise", "Le cahier qui voyage", "Adaptée de", "Celle d’où elle vient"];

    async Task<byte[]> Pdf(string path)
    {
        using var browser = place.Browser();
        using var response = await browser.Send(new HttpRequestMessage(HttpMethod.Get, path));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Is_in_the_booklet_to_read()
    {
        var (given, _, hidden) = await ASheetTalkedAbout();
        var read = await place.Browser().Open($"/dossiers/{await ACollectionOf(given)}/livret");
        Assert.All(Said, s => Assert.Contains(s, read.TextContent));
        Assert.DoesNotContain(hidden.Text, read.TextContent);
    }

    async Task<string> ACollectionOf(GivenExperience given)
    {
        var (now, organisation, owner) = (place.Clock.UtcNow(), await place.Given.AnOrganisation(), await place.Given.AnAccount("Danièle du livret"));
        var made = new Collection(Guid.CreateVersion7(), owner.Id, "Un livret où l’on parle", null, now);
        made.Add([given.Id], now);
        made.Publish(organisation.Id, now);
        await place.Given.Added(made);
        return made.Reference;
    }

    [Fact]
    public async Task Is_in_the_PDF_of_the_sheet_and_of_the_booklet_and_a_new_answer_makes_a_new_file()
    {
        Assert.SkipWhen(place.App.Services.GetRequiredService<PaperFonts>().Set is null, "Without Node and without a system font there is no PDF.");
        var (given, asked, hidden) = await ASheetTalkedAbout();
        var collection = await ACollectionOf(given);
        foreach (var path in new[] { $"/experiences/{given.Reference}/pdf", $"/dossiers/{collection}/pdf" })
        {
            using var tools = new PaperTools(await Pdf(path));
            var text = await tools.Text();
            Assert.All(Said, s => Assert.Contains(s, text.Replace('\u00a0', ' ')));
            Assert.DoesNotContain(hidden.Text, text);
            await tools.Check();
        }
        await place.Db(async db =>
        {
            var word = await db.ReaderWords.FindAsync(asked.Id);
            word!.Reply("Nous étions huit, en fait.", place.Clock.UtcNow());
            db.Record(place.Clock.UtcNow(), Actor.System, Acts.WordAnswered, word);
            return await db.SaveChangesAsync();
        });
        foreach (var path in new[] { $"/experiences/{given.Reference}/pdf", $"/dossiers/{collection}/pdf" })
        {
            using var tools = new PaperTools(await Pdf(path));
            var text = (await tools.Text()).Replace('\u00a0', ' ');
            Assert.Contains("Nous étions huit", text);
            Assert.DoesNotContain("Nous étions sept", text);
        }
    }
}
