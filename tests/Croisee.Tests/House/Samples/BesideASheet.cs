using System.Globalization;
using Croisee.Experiences;
using Croisee.Library;
using Croisee.Library.Participedia;
using Croisee.People;

namespace Croisee.Tests.House;

/// <summary>What stands beside a published sheet: news asked and given, the words of a reader, a method and a link, a case from elsewhere.</summary>
static class BesideASheet
{
    public static async Task Add(Given given, Guid sheet, string name, Dictionary<Thing, string> names, DateTime now)
    {
        names[Thing.NewsCode] = SpokenCode.New();
        var news = new News(sheet, "essai", new(News.Changed, What: "Nous avons aussi un jardin."), null, now);
        names[Thing.NewsWords] = news.Id.ToString();
        await given.Added(new NewsAsk(sheet, 6, names[Thing.NewsCode], now), news);
        var word = new ReaderWord(sheet, "essai", ReaderWordKind.Question, "Comment avez-vous commencé ?", null, now);
        word.Accept(now);
        names[Thing.ReaderWord] = word.Id.ToString();
        await given.Added(word);
        var (method, link, tied) = (new Method(MethodKind.Tool, $"Le thermos du marché de {name}", now), new SheetLink(sheet, "essai", LinkRelation.Uses, MethodKind.Tool, "Un outil neuf", null, now), new SheetLink(sheet, "autre", LinkRelation.AdaptedFrom, MethodKind.Tool, "Le thermos", null, now));
        tied.Tie(method);
        tied.Accept(now);
        (names[Thing.Method], names[Thing.ProposedLink], names[Thing.Structure]) = (method.Reference, link.Id.ToString(), Slugs.Of("Résidence Les Tilleuls (fictive)"));
        await given.Added(method, link, tied);
        var (other, also) = (new Method(MethodKind.Tool, $"La bouilloire du marché de {name}", now), new SheetLink(sheet, "aussi", LinkRelation.Uses, MethodKind.Tool, "La bouilloire", null, now));
        also.Tie(other);
        also.Accept(now);
        names[Thing.OtherMethod] = other.Reference;
        await given.Added(other, also);
        // One number in the whole collection: the end of the name of the sheet is drawn by lot.
        var content = new CaseContent { Texts = { ["title"] = new() { ["fr"] = "Un cas venu d’ailleurs" } } };
        names[Thing.ImportedCase] = (BitConverter.ToUInt32(sheet.ToByteArray(), 12) % 1_000_000_000).ToString(CultureInfo.InvariantCulture);
        await given.Added(new ImportedCase(names[Thing.ImportedCase], "fr", "CC BY-SA 3.0", content, now));
    }
}
