using Croisee.Data;
using Croisee.Experiences;
using Croisee.Library;
using Croisee.Library.Api;
using Croisee.Library.OpenData;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>Several that bear one name, one of which says no place: each has its address, its words and its sheets; what other sheets owe one, and what was said of a name that it left.</summary>
public sealed class StructuresOfOneNameTest(Place place) : IClassFixture<Place>
{
    const string Tell = "/bureau/moderation/structures/dire";

    async Task<GivenExperience> Sheet(Call call, string title, string structure, string? commune, string region = "R53", string? finess = null) => await place.Given.APublishedSheet(call, title, a =>
        (a.Structure.OrganisationName, a.Structure.Commune, a.Structure.Region, a.Structure.Department, a.Structure.OrganisationFiness) = (structure, commune, region, null, finess));

    static string[] Titles(Page page) => [.. page.Document.QuerySelectorAll(".results h2").Select(Page.Text).Order(StringComparer.Ordinal)];

    static string Plain(Page page) => page.TextContent.Replace('\u00a0', ' ');

    async Task<Page> Open(string path) { place.Clock.Advance(TimeSpan.FromMinutes(2)); return await place.Browser().Open(path); }

    [Fact]
    public async Task Tells_the_one_without_a_place_from_all_that_bear_the_name()
    {
        var call = await place.Given.AnOpenCall();
        await Sheet(call, "Le verger de Brest", "Amis du Verger", "Brest");
        var nowhere = await Sheet(call, "Le verger de nulle part", "Amis du Verger", null);
        // As one that was imported without its region.
        await place.Db(db => db.Write(d =>
        {
            var read = d.Sheets.AsNoTracking().Single(s => s.Id == nowhere.Id).Read();
            read.Account.Structure.Region = null;
            var json = read.ToJson();
            return d.Sheets.Where(s => s.Id == nowhere.Id).ExecuteUpdate(u => u.SetProperty(s => s.Content, json).SetProperty(s => s.StructurePlace, ""));
        }));
        await Sheet(call, "Le verger de Lille", "Amis du Verger", "Lille", "R32");
        var one = await (await Open("/repertoire/structures/amis-du-verger")).Follow("Lieu non précisé");
        Assert.Equal("/repertoire/structures/amis-du-verger?lieu=sans-lieu", one.Path);
        Assert.Equal(["Le verger de nulle part"], Titles(one));
        var search = await one.Follow("Chercher dans ces fiches, les suivre ou les télécharger");
        Assert.Equal(["Le verger de nulle part"], Titles(search));
        Assert.Contains("Structure : Amis du Verger, lieu non précisé", Plain(search));
        Assert.Equal(3, Titles(await Open("/repertoire?structure=amis-du-verger")).Length);
        // Two that bear one name are not called the same.
        var both = Plain(await Open("/repertoire?structure=amis-du-verger--brest-r53&structure=amis-du-verger--lille-r32"));
        Assert.Contains("Structure : Amis du Verger, Brest, Bretagne", both);
        Assert.Contains("Structure : Amis du Verger, Lille, Hauts-de-France", both);
        Assert.Contains("Structure : Amis du Verger, Brest, Bretagne", Plain(await Open("/repertoire/suivre?structure=amis-du-verger--brest-r53")));
    }

    [Fact]
    public async Task Links_with_the_place_so_that_another_of_the_name_does_not_join_in_silence()
    {
        var call = await place.Given.AnOpenCall();
        await Sheet(call, "La halle", "Comité de la Halle", null);
        var search = await (await Open("/repertoire/structures/comite-de-la-halle")).Follow("Chercher dans ces fiches, les suivre ou les télécharger");
        Assert.EndsWith("structure=comite-de-la-halle--r53", search.Path, StringComparison.Ordinal);
        await Sheet(call, "Une autre halle", "Comité de la Halle", "Lille", "R32");
        Assert.Equal(["La halle"], Titles(await Open(search.Path)));
        await Sheet(call, "La halle, deux ans plus tard", "Comité de la Halle", "Brest");
        Assert.Equal(["La halle", "La halle, deux ans plus tard"], Titles(await Open(search.Path)));
    }

    [Theory]
    [InlineData("Le Cœur des Halles et l’Œuvre du Bœuf")]
    [InlineData("Association des habitants, des familles et des voisins du très grand quartier de la Gare")]
    public async Task Says_what_other_sheets_owe_it_whatever_its_name(string name)
    {
        var call = await place.Given.AnOpenCall();
        var sheet = await Sheet(call, "Celle qui doit", name, "Brest");
        var now = place.Clock.UtcNow();
        var (kept, gone) = (new Method(MethodKind.Organisation, name + " aujourd’hui", now), new Method(MethodKind.Organisation, name, now));
        async Task Tied(Method method)
        {
            var link = new SheetLink(sheet.Id, "doit-" + method.Reference, LinkRelation.CarriedBy, MethodKind.Organisation, method.Name, null, now);
            link.Tie(method);
            link.Accept(now);
            await place.Given.Added([method, link]);
        }
        await Tied(gone);
        var path = "/repertoire/structures/" + Slugs.Of(name);
        Assert.EndsWith(gone.Reference, (await Open(path)).Link("Ce que d’autres fiches lui doivent").GetAttribute("href")!, StringComparison.Ordinal);
        // Made one with another name, as the moderation does.
        await Tied(kept);
        await place.Db(db => db.Write(d =>
        {
            d.SheetLinks.Where(l => l.MethodId == gone.Id).ExecuteDelete();
            d.Methods.Where(m => m.Id == gone.Id).ExecuteDelete();
            d.FormerMethods.Add(new FormerMethod(gone, kept, now));
            return d.SaveInWrite();
        }));
        await place.With(async s => { await s.GetRequiredService<LibraryCache>().Forget(); return 0; });
        Assert.EndsWith(kept.Reference, (await Open(path)).Link("Ce que d’autres fiches lui doivent").GetAttribute("href")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forgets_what_was_said_of_a_name_that_its_last_sheet_leaves_for_another()
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation);
        var moderator = await place.Given.APerson("Maud du nouveau nom", Role.Moderator, organisation);
        var renamed = await Sheet(call, "La fontaine", "Comité de la Fontaine", "Blois", "R24");
        await Sheet(call, "Le bassin", "Comité du Bassin", "Blois", "R24");
        await (await moderator.Open(Tell + "?une=comite-de-la-fontaine&autre=comite-du-bassin")).Form("Enregistrer").Choose("Deux structures différentes").Fill("Pourquoi", "Deux présidents.").Send();
        Assert.True(await place.Db(db => db.StructureTies.AnyAsync(t => t.OneKey == "comite-de-la-fontaine")));
        var author = await place.Given.AnAuthorOf(renamed);
        await (await author.Open($"/suivre/fiche/{renamed.Reference}/correction")).Form("Ouvrir mes textes").Send();
        await (await author.Open($"/deposer/fiche/{renamed.Reference}/structure")).Form("Enregistrer et continuer").Fill("Nom de la structure", "Comité du Puits").Send();
        Assert.True(await place.Db(db => db.StructureTies.AnyAsync(t => t.OneKey == "comite-de-la-fontaine")));
        await (await author.Open($"/suivre/fiche/{renamed.Reference}/accord")).Form("Publier").Choose("Je suis d’accord pour publier cette page.").Send();
        Assert.Equal("comite-du-puits", await place.Db(db => db.Sheets.Where(s => s.Id == renamed.Id).Select(s => s.StructureKey).SingleAsync()));
        Assert.False(await place.Db(db => db.StructureTies.AnyAsync(t => t.OneKey == "comite-de-la-fontaine")));
    }

    /// <summary>What older bases are given of a sheet that is being corrected: not the number that nobody agreed to yet. The statement of the schema is the same on both engines.</summary>
    [Fact]
    public async Task Gives_older_bases_no_number_of_a_correction_that_is_open()
    {
        var call = await place.Given.AnOpenCall();
        var (shown, corrected) = (await Sheet(call, "Celle qui ne bouge pas", "Foyer du Phare", "Brest", finess: "990000811"), await Sheet(call, "Celle que l’on corrige", "Foyer de la Digue", "Brest", finess: "990000821"));
        var author = await place.Given.AnAuthorOf(corrected);
        await (await author.Open($"/suivre/fiche/{corrected.Reference}/correction")).Form("Ouvrir mes textes").Send();
        await place.Db(db => db.Write(d => d.Experiences.Where(e => e.Id == corrected.Id).ExecuteUpdate(u => u.SetProperty(e => e.StructureFiness, "990000831"))));
        static string Filled(string engine) => House.Repo.Read($"src/Croisee/Data/Schema/{engine}/0294_told_structures.sql") is var script && script.IndexOf("update sheets", StringComparison.Ordinal) is var at ? script[at..(script.IndexOf(';', at) + 1)] : "";
        Assert.Equal(Filled("sqlite"), Filled("postgres"));
        await place.Db(db => db.Write(d => d.Sheets.Where(s => s.Id == shown.Id || s.Id == corrected.Id).ExecuteUpdate(u => u.SetProperty(s => s.StructureFiness, (string?)null))));
        await place.Db(db => db.Write(d => d.Database.ExecuteSqlRaw(Filled("sqlite"))));
        var numbers = await place.Db(db => db.Sheets.Where(s => s.Id == shown.Id || s.Id == corrected.Id).ToDictionaryAsync(s => s.Id, s => s.StructureFiness));
        Assert.Equal(("990000811", null), (numbers[shown.Id], numbers[corrected.Id]));
    }

    /// <summary>More names that are decided than one reading takes do not hide the one that asks.</summary>
    [Fact, Trait("kind", "slow")]
    public async Task Asks_about_a_name_behind_many_that_are_decided()
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation);
        var moderator = await place.Given.APerson("Maud qui lit tout", Role.Moderator, organisation);
        for (var i = 0; i < 61; i++)
        {
            var name = i < 60 ? $"Atelier {i}" : "Zone des jardins";
            await Sheet(call, $"Ici {i}", name, "Brest");
            await Sheet(call, $"Là {i}", name, "Lille", "R32");
            if (i < 60) await place.Given.Added(new StructureTie(new(Slugs.Of(name), "brest-r53"), new(Slugs.Of(name), "lille-r32"), StructureVerdict.Different, "On le sait.", organisation.Id, place.Clock.UtcNow()));
        }
        var list = await moderator.Open("/bureau/moderation/structures");
        Assert.Contains("Zone des jardins, Brest, Bretagne et Zone des jardins, Lille, Hauts-de-France", list.Document.QuerySelectorAll("main section")[0].QuerySelectorAll("a").Select(Page.Text));
    }

    [Fact]
    public void Says_in_the_API_how_a_structure_is_asked_for()
    {
        var asked = OpenApiDocument.Of("https://exemple.test")["paths"]![SheetListModel.Path]!["get"]!["parameters"]!.AsArray().Single(p => (string?)p!["name"] == SheetFacets.Structure)!;
        Assert.Contains("sans-lieu", (string?)asked["description"]);
        var pattern = (string?)asked["schema"]!["items"]!["pattern"];
        Assert.Matches(pattern!, "foyer--sans-lieu");
        Assert.DoesNotMatch(pattern!, "**");
    }

    [Fact]
    public async Task Marks_words_of_a_reason_before_everybody_reads_it()
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation);
        var organiser = await place.Given.APerson("Olga qui organise", Role.Organiser, organisation);
        await Sheet(call, "Le tilleul", "Maison du Tilleul", "Blois", "R24");
        await Sheet(call, "Le cèdre", "Maison du Cèdre", "Blois", "R24");
        // Who organises comes from where they work.
        var list = await (await organiser.Open("/bureau/publication")).Follow("Une structure, ou plusieurs ?");
        Assert.Equal("/bureau/publication", list.Link("Publication").GetAttribute("href"));
        var traced = await (await organiser.Open(Tell + "?une=maison-du-tilleul&autre=maison-du-cedre")).Form("Enregistrer").Choose("Une seule structure").Fill("Pourquoi", "Demandez au 06 12 34 56 78.").Send();
        Assert.Contains("06 12 34 56 78", Plain(traced));
        Assert.False(await place.Db(db => db.StructureTies.AnyAsync(t => t.OneKey == "maison-du-tilleul")));
        await traced.Form("Envoyer tel quel").Send();
        var tie = await place.Db(db => db.StructureTies.AsNoTracking().SingleAsync(t => t.OneKey == "maison-du-tilleul"));
        var undo = await organiser.Open("/bureau/moderation/structures/" + tie.Id);
        Assert.Contains("Maison du Tilleul, Blois, Centre-Val de Loire", Plain(undo));
        var doubted = await undo.Form("Défaire").Fill("Pourquoi le défaire", "Il a le 06 12 34 56 79.").Send();
        Assert.Contains("Rien n’est encore défait", Plain(doubted));
        await doubted.Form("Envoyer tel quel").Send();
        Assert.NotNull((await place.Db(db => db.StructureTies.AsNoTracking().SingleAsync(t => t.Id == tie.Id))).UndoneAt);
        // A file that names its structure's page changed on that day.
        place.Clock.Advance(TimeSpan.FromDays(3));
        await place.Db(db => db.Write(d => d.StructureTies.Where(t => t.Id == tie.Id).ExecuteUpdate(u => u.SetProperty(t => t.UndoneAt, place.Clock.UtcNow()))));
        Assert.Equal(place.Clock.ParisToday(), (await place.With(s => s.GetRequiredService<OpenDataFacts>().Read(default))).LastChange);
    }
}
