using System.Globalization;
using Croisee.Experiences;
using Croisee.Library;
using Croisee.Library.Participedia;
using Croisee.People;
using Microsoft.EntityFrameworkCore;

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
        (names[Thing.Method], names[Thing.ProposedLink]) = (method.Reference, link.Id.ToString());
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

    /// <summary>Two structures that only this side tells of, and what it said of them: who moderates a sheet of one may undo it.</summary>
    public static async Task Tie(Place place, Given given, (Guid One, Guid Other) sheets, Guid organisation, string name, Dictionary<Thing, string> names, DateTime now)
    {
        var (one, other) = (Slugs.Of("Maison du haut de " + name), Slugs.Of("Maison du bas de " + name));
        await place.Db(db => db.Write(d => d.Sheets.Where(s => s.Id == sheets.One).ExecuteUpdate(u => u.SetProperty(s => s.StructureKey, one)) + d.Sheets.Where(s => s.Id == sheets.Other).ExecuteUpdate(u => u.SetProperty(s => s.StructureKey, other))));
        var tie = new StructureTie(new(one, ""), new(other, ""), StructureVerdict.Different, "L’une est en haut, l’autre en bas.", organisation, now);
        (names[Thing.Structure], names[Thing.StructureTie]) = (one, tie.Id.ToString());
        await given.Added(tie);
    }
}
