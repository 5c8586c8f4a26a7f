using System.IO.Compression;
using System.Net;
using Croisee.Experiences;
using Croisee.Library;
using Croisee.Library.Feeds;
using Croisee.Library.OpenData;
using Croisee.People;
using Croisee.Tests.Library;
using Croisee.Ui.Paper;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.House;

/// <summary>One list of every address that anybody may read, walked before and after a withdrawal: what was taken back is nowhere (S41).</summary>
public sealed class WithdrawnEverywhereTest(TwoSidesPlace place) : IClassFixture<TwoSidesPlace>
{
    /// <summary>The word asked for stands in the addresses, and pages say it again: what must be nowhere is another one.</summary>
    const string Asked = "zinguerie", Planted = "motplantéunique", Title = "Titreplanté au potager", Tool = "La grelinette de " + Planted;

    /// <summary>Where the tombstone stands: the title and the day, nothing else (EXP-R10).</summary>
    static bool IsTombstone(string path, string reference) => path.Contains(reference, StringComparison.Ordinal) || path.StartsWith("/dossiers/", StringComparison.Ordinal);

    [Fact, Trait("kind", "slow")]
    public async Task Is_gone_from_every_public_address_in_the_same_request()
    {
        var given = await place.Given.APublishedSheet(await place.Given.AnOpenCall(), Title, Plant, remarkable: true);
        var now = Croisee.Data.Clock.UtcNow(place.Clock);
        var child = await place.Given.APublishedSheet(await place.Given.AnOpenCall(), "Celle qui en vient");
        var (method, uses, from) = (new Method(MethodKind.Tool, Tool, now), new SheetLink(given.Id, "a", LinkRelation.Uses, MethodKind.Tool, Tool, null, now), new SheetLink(child.Id, "b", LinkRelation.AdaptedFrom, MethodKind.Tool, null, given.Id, now));
        uses.Tie(method);
        foreach (var link in new[] { uses, from }) link.Accept(now);
        await place.Given.Added(method, uses, from, new News(given.Id, "essai", new(News.Alive), null, now));
        var collection = new Croisee.Library.Collections.Collection(Guid.CreateVersion7(), place.Sides.Own.Of(ViewerKind.Instance).Person!.Id, "Un dossier à tous", null, now);
        collection.Add([given.Id, child.Id], now);
        collection.Publish(place.Sides.Own.Organisation.Id, now);
        var word = new ReaderWord(given.Id, "parole", ReaderWordKind.DoneToo, $"Un {Planted} chez nous aussi", null, now);
        word.Accept(now);
        await place.Given.Added(collection, word);
        var side = new Side(new Dictionary<Thing, string>(place.Sides.Own.Side.Names) { [Thing.Sheet] = given.Reference, [Thing.Method] = method.Reference, [Thing.Collection] = collection.Reference, [Thing.Structure] = Slugs.Of("Maison " + Planted) });
        var paths = Paths(side, child.Reference).ToList();

        var (holding, faults) = (new HashSet<string>(), new List<string>());
        for (var round = 0; round < 2; round++) foreach (var path in paths) if (Holds(await Read(path))) holding.Add(path);
        // The walk would prove nothing if the sheet had not been there.
        foreach (var must in new[] { "/", "/repertoire", "/repertoire/fichier/xlsx", "/repertoire/fichier/ods", "/repertoire/flux/json", "/repertoire/fichier/csv?q=" + Asked, "/repertoire?q=" + Asked, "/cadre/grille", "/cadre/degres", "/repertoire/filiations", $"/dossiers/{collection.Reference}/livret", $"/experiences/{given.Reference}/versions", "/api/v1/fiches/" + given.Reference, "/repertoire/methodes", "/repertoire/methodes/" + method.Reference, "/donnees-ouvertes/paroles", "/donnees-ouvertes/dossiers" })
            Assert.Contains(must, holding);
        // Where there are fonts to write them and a program to read them.
        if (place.App.Services.GetRequiredService<PaperFonts>().Set is not null && PaperTools.AreHere)
            foreach (var must in new[] { $"/experiences/{given.Reference}/pdf", $"/experiences/{given.Reference}/facile/pdf", $"/dossiers/{collection.Reference}/pdf" }) Assert.Contains(must, holding);
        var counts = Counts(await Read("/repertoire/carte/fichier?lignes=contexte&colonnes=registre"));

        var author = await place.Given.AnAuthorOf(given);
        await (await author.Open($"/suivre/fiche/{given.Reference}/retrait")).Form("Retirer").Send();
        foreach (var path in paths)
        {
            var text = await Read(path);
            if (text.Contains(Planted, StringComparison.OrdinalIgnoreCase)) faults.Add($"{path}: the words of the sheet");
            if (text.Contains(Title, StringComparison.Ordinal) && !IsTombstone(path, given.Reference)) faults.Add($"{path}: its title");
        }
        Repo.None(faults, "A withdrawn sheet is gone from every public address in the same request:");
        Assert.Equal(counts - 1, Counts(await Read("/repertoire/carte/fichier?lignes=contexte&colonnes=registre")));
    }

    static void Plant(Croisee.Experiences.Answers.Account a)
    {
        (a.Essentials.Summary, a.Essentials.EasySummary, a.Origin.Story, a.Lessons.Advice) = ($"Un {Planted} de {Asked}.", $"Un {Planted} facile.", $"Un {Planted} raconté.", $"Un {Planted} conseillé.");
        (a.Structure.OrganisationName, a.Changes.Decisions) = ("Maison " + Planted, [new() { Proposal = "Un " + Planted, Decision = "Oui " + Planted, Effect = "Fait " + Planted }]);
        (a.Setting.Contexts, a.Course.Registers, a.Course.Modalities, a.Changes.Brakes, a.Changes.Levers) = (["CTX7_GROUPE_PAIRS"], ["REG7_CONNAISSANCES"], ["M2_MESO_PARTEN_PAIR_AIDE"], ["FREIN_TEMPS"], ["LEV_DIRECTION"]);
    }

    /// <summary>Every public page with something of this side in its address, then the same pages asked otherwise.</summary>
    IEnumerable<string> Paths(Side side, string other) => place.Screens.Where(s => s.Audience!.Audience is Audience.Public && s.Methods.Contains("GET", StringComparison.Ordinal)).Select(s => side.PathOf(s.Route))
        .Concat(SheetFormat.All.SelectMany(f => new[] { "/repertoire/fichier/" + f.Code, $"/repertoire/fichier/{f.Code}?q={Asked}" }))
        .Concat(FeedWriter.Formats.SelectMany(f => new[] { "/repertoire/flux/" + f.Code, $"/repertoire/flux/{f.Code}?q={Asked}" }))
        .Concat(["/repertoire?q=titreplante", "/repertoire?q=" + Asked, "/repertoire?remarquable=oui&tri=titre", "/repertoire/carte?lignes=contexte&colonnes=registre", "/repertoire/carte/fichier?lignes=contexte&colonnes=registre",
            "/repertoire/freins-et-leviers?contexte=CTX7_GROUPE_PAIRS", "/repertoire/survie?par=registre", "/repertoire/survie/fichier?par=registre", "/api/v1/fiches?q=" + Asked, "/experiences/" + other,
            $"/repertoire/comparer?fiche={side.Names[Thing.Sheet]}&fiche={other}", "/cadre/registres/reg7-connaissances"]).Distinct();

    static bool Holds(string text) => text.Contains(Planted, StringComparison.OrdinalIgnoreCase) || text.Contains(Title, StringComparison.Ordinal);

    static int Counts(string csv) => csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(';')).Where(r => r[1] == "CTX7_GROUPE_PAIRS" && r[4] == "REG7_CONNAISSANCES").Sum(r => int.Parse(r[6], System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The answer as text; of a zip, all its parts; of a PDF, what it lets read.</summary>
    async Task<string> Read(string path)
    {
        using var browser = place.Browser();
        using var response = await browser.Send(new HttpRequestMessage(HttpMethod.Get, path));
        Assert.True((int)response.StatusCode < 500, $"{path}: {response.StatusCode} {place.LastError}");
        var bytes = await response.Content.ReadAsByteArrayAsync();
        if (bytes is [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..])
        {
            if (!PaperTools.AreHere) return "";
            using var paper = new PaperTools(bytes);
            return await paper.About() + await paper.Text();
        }
        if (bytes is not [(byte)'P', (byte)'K', ..]) return WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Unescape(Plain(System.Text.Encoding.UTF8.GetString(bytes))));
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return string.Concat(zip.Entries.Select(e => { using var part = new StreamReader(e.Open()); return e.FullName + part.ReadToEnd(); }));
    }

    /// <summary>Signs that JSON wrote as numbers are read as signs; every other backslash is a backslash.</summary>
    static string Plain(string text) => System.Text.RegularExpressions.Regex.Replace(text, @"\\(?!u[0-9a-fA-F]{4})", @"\\");
}
