using Croisee.Data;
using Croisee.Experiences;
using Croisee.Experiences.Answers;
using Croisee.Framework;
using Croisee.Journal;
using Croisee.Library;
using Croisee.Library.Reading;
using Croisee.Review;
using Croisee.Review.Evidence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>What readers fix and what they leave open: the authors' landmarks stay where nobody fixed another, and nobody promises for them.</summary>
public sealed class FixedCodingTest(Place place) : IClassFixture<Place>
{
    /// <summary>The least that a pair must fix: a degree and one register.</summary>
    static readonly Coding Least = Given.ACoding("D2_CONSULTATION", null, "REG5_PAIR_AIDANCE");

    /// <summary>Read by a pair that agreed on this coding, then published.</summary>
    async Task<GivenExperience> ASheetFixedAs(Coding coding, string title)
    {
        var organisation = await place.Given.AnOrganisation();
        var (call, group) = (await place.Given.AnOpenCall(organisation), await place.Given.AGroupOf(organisation, 1, 1));
        var (given, pair) = await place.Given.AnExperienceReadBy(group, call, 0, 1, title);
        await place.Db(async db =>
        {
            var settlement = new Settlement(pair, pair.ProfessionalSeatId, coding, "Nous le lisons ainsi.", place.Clock.UtcNow());
            settlement.Accept(await db.Pairs.SingleAsync(p => p.Id == pair.Id), pair.ServiceUserSeatId, place.Clock.UtcNow());
            db.Settlements.Add(settlement);
            db.Record(place.Clock.UtcNow(), Actor.System, "donnee.de.test", settlement);
            return await db.SaveChangesAsync();
        });
        await place.Given.ItPassed(given, ExperienceState.Analysed, ExperienceState.NotSelected, ExperienceState.ApprovalAsked);
        await place.Given.ItWasPublished(given);
        return given;
    }

    [Fact]
    public async Task Keeps_the_authors_landmarks_where_the_readers_fixed_none()
    {
        var given = await ASheetFixedAs(Least, "Le chœur des aidants");
        var page = await place.Browser().Open($"/experiences/{given.Reference}");
        Assert.Contains("Degré fixé par le groupe de lecture", page.TextContent);
        foreach (var (field, code) in new[] { ("public", "PUB_PERSONNES_AGEES"), ("activite", "ACT_VIE_ETABLISSEMENT"), ("niveau", "MESO"), ("espace", "ESP_REEL"), ("registre", "REG5_PAIR_AIDANCE") })
        {
            Assert.NotNull(page.Document.QuerySelector($"a.tag[href='/repertoire?{field}={code}']"));
            Assert.Contains("Le chœur des aidants", (await place.Browser().Open($"/repertoire?{field}={code}")).TextContent);
        }
        Assert.Contains("Le chœur des aidants", (await place.Browser().Open("/repertoire?effets=EFF_COLLECTIVE&degre=D2_CONSULTATION")).TextContent);
        Assert.DoesNotContain("Le chœur des aidants", (await place.Browser().Open("/repertoire?degre=D4_CODECISION")).TextContent);
        using var told = System.Text.Json.JsonDocument.Parse((await place.Browser().Open($"/api/v1/fiches/{given.Reference}")).Source);
        Assert.Contains("PUB_PERSONNES_AGEES", told.RootElement.GetProperty("publics_fixes").GetRawText());
    }

    [Fact]
    public async Task Tells_the_readers_word_where_it_says_so_and_what_was_lived_apart()
    {
        var modality = Vocabularies.Modality.Terms.First();
        var content = new SheetContent
        {
            Account = Given.AnAccountOf("Un titre"),
            FixedByReaders = StoredCoding.Of(Least with { Landmarks = Least.Landmarks with { Modalities = CodeSet.Of(Vocabularies.Modality, [modality.Code]) } }),
        };
        content.Account.Participation.LivedByPersons = "D4_CODECISION";
        var view = new SheetView(content, Given.PlainLabels, EasyState.None, "bcdfghjk", "https://exemple.fr/experiences/bcdfghjk", new(2027, 3, 1));
        Assert.Equal((Degree.Rank("D4_CODECISION"), Degree.Rank("D2_CONSULTATION"), Degree.Rank("D2_CONSULTATION")), (view.Ladder.Lived, view.Ladder.Fixed, view.Ladder.Reached));
        content.FixedByReaders = null;
        Assert.Equal((Degree.Rank("D4_CODECISION"), null), (view.Ladder.Reached, view.Ladder.Fixed));

        var given = await ASheetFixedAs(Least with { Landmarks = Least.Landmarks with { Modalities = CodeSet.Of(Vocabularies.Modality, [modality.Code]) } }, "Une façon fixée");
        var page = await place.Browser().Open($"/experiences/{given.Reference}");
        Assert.Contains(Given.PlainLabels.Of(modality.Code), Page.Text(page.Document.QuerySelector("section[aria-labelledby='histoire']")), StringComparison.Ordinal);
        Assert.Contains("fixé par le groupe", Page.Text(page.Document.QuerySelector("figure.ladder li.lived")), StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_what_the_readers_fixed_before_what_the_authors_say()
    {
        var account = Given.AnAccountOf("Un titre");
        account.Participation.Promised = "D4_CODECISION";
        var marks = new Landmarks { Degree = new() { Promised = "D1_COMMUNICATION" }, Publics = CodeSet.Of(Vocabularies.Public, ["PUB_HABITANTS"]), Space = "ESP_VIRTUEL", Registers = Least.Landmarks.Registers };
        var content = new SheetContent { Account = account, FixedByReaders = StoredCoding.Of(new Coding { Degree = "D2_CONSULTATION", Landmarks = marks }) };
        Assert.Equal(("D1_COMMUNICATION", "ESP_VIRTUEL", "EFF_COLLECTIVE"), (content.Landmarks.Degree.Promised, content.Landmarks.Space, content.Landmarks.EffectsScale));
        Assert.Equal(["PUB_HABITANTS"], content.Landmarks.Publics);
        Assert.Equal(["MESO"], content.Landmarks.Scales);
        // The authors are told where their own word will not be on the page, and only there.
        Assert.Subset(content.Overruled.ToHashSet(), new HashSet<string> { "le degré de participation", "le public de l’action", "l’espace" });
        Assert.DoesNotContain("le niveau", content.Overruled);
        Assert.DoesNotContain("l’échelle des effets", content.Overruled);
        Assert.Empty(new SheetContent { Account = account }.Overruled);
    }

    [Fact]
    public async Task Reads_what_was_published_before_again_also_for_examples_and_curves()
    {
        var given = await ASheetFixedAs(Least, "La fiche d’avant");
        await place.Db(db => db.Write(d => d.SheetCodes.Where(c => c.SheetId == given.Id && c.Field == "public").ExecuteDelete()));
        await place.Db(db => db.Write(d => d.SearchedSheets.Where(s => s.Id == given.Id).ExecuteUpdate(u => u.SetProperty(s => s.Codes, "").SetProperty(s => s.Edition, SheetFacets.Edition - 1))));
        await place.With(async services => { await ReadSheetsAgain.Run(services); return 0; });
        Assert.True(await place.Db(db => db.SheetCodes.AnyAsync(c => c.SheetId == given.Id && c.Code == "PUB_PERSONNES_AGEES")));
        Assert.True(await place.Db(db => db.SearchedSheets.AnyAsync(s => s.Id == given.Id && s.Codes.Contains("PUB_PERSONNES_AGEES"))));
    }

    [Fact]
    public async Task The_easy_sheet_tells_the_degree_and_a_promise_only_when_there_was_one()
    {
        var call = await place.Given.AnOpenCall();
        var silent = await place.Given.APublishedSheet(call, "Sans promesse", a => a.Participation.LivedByPersons = "D3_CONCERTATION");
        var promised = await place.Given.APublishedSheet(call, "Avec promesse", a => (a.Participation.Promised, a.Participation.LivedByPersons) = ("D4_CODECISION", "D3_CONCERTATION"));
        var page = await place.Browser().Open($"/experiences/{silent.Reference}?lecture=facile");
        Assert.Contains("Jusqu’où va la participation ?", page.TextContent);
        Assert.DoesNotContain("On a promis", page.TextContent);
        Assert.Contains("On a promis", (await place.Browser().Open($"/experiences/{promised.Reference}?lecture=facile")).TextContent);
    }

    [Fact]
    public void A_reader_who_says_no_promise_has_said_none_and_pairs_compare_the_promises_they_read()
    {
        var silent = new CodingForm { Degree = "D4_CODECISION", Registers = ["REG5_PAIR_AIDANCE"] };
        Assert.Null(silent.ToCoding().Landmarks.Degree.Promised);
        var back = new CodingForm();
        back.From(silent.ToCoding());
        Assert.Null(back.Promised);
        var said = new CodingForm { Degree = "D4_CODECISION", Promised = "D2_CONSULTATION", Registers = ["REG5_PAIR_AIDANCE"] };
        var line = Assert.Single(CodingLine.Compare(silent.ToCoding(), said.ToCoding(), Given.PlainLabels), l => l.Differs);
        Assert.Equal(("Degré promis", CodingLine.Nothing, "Consultation"), (line.Name, line.Mine, line.Theirs));
        Assert.True(CodedField.All.Single(f => f.Name == "Degré promis").IsOrdered);
    }

    [Fact]
    public void Versions_tell_a_change_of_what_the_readers_fixed()
    {
        SheetContent Of(Coding coding) => new() { Account = new Account(), FixedByReaders = StoredCoding.Of(coding) };
        var difference = Assert.Single(SheetDifferences.Between(Of(Least), Of(Least with { Degree = "D3_CONCERTATION" }), Given.PlainLabels));
        Assert.Equal(("Fixé par le groupe de lecture", "Degré atteint"), (difference.Part, difference.Label));
        Assert.Contains(difference.Words, w => w is { Change: Change.Added, Text: "Concertation" });
    }

    /// <summary>The booklet on screen says what the sheet says: motives beside minority opinions (EXP-R9), documents, the easy text, one degree.</summary>
    [Fact]
    public async Task The_booklet_holds_the_whole_sheet_and_one_degree()
    {
        var given = await ASheetFixedAs(Least, "La fiche du livret");
        await place.Db(async db =>
        {
            var sheet = await db.Sheets.Include(s => s.Codes).SingleAsync(s => s.Id == given.Id);
            var content = sheet.Read();
            (content.Remarkable, content.Motives, content.MinorityOpinions) = (true, "Elle montre un partage.", ["Une voix la trouve trop brève."]);
            content.Documents = [new(Guid.CreateVersion7(), "affiche.pdf", "Pdf", 1000, "Partage libre.", "Une affiche jaune.")];
            db.SheetVersions.Add(sheet.Show(content, null, place.Clock.UtcNow()));
            db.Record(place.Clock.UtcNow(), Actor.System, "donnee.de.test", sheet);
            return await db.SaveChangesAsync();
        });
        var owner = await place.Given.APerson("Lise");
        var made = await (await owner.Open("/dossiers/nouveau")).Form("Créer le dossier").Fill("Titre du dossier", "Tout lire").Send();
        await (await owner.Open("/dossiers/ajouter?fiche=" + given.Reference)).Form("Ajouter à « Tout lire »").Send();
        var read = (await owner.Open($"/dossiers/{made.Path.Split('/')[2]}/livret")).TextContent;
        foreach (var said in new[] { "Elle montre un partage.", "Avis minoritaire", "Une voix la trouve trop brève.", "affiche.pdf", "Une affiche jaune.", "On a choisi ensemble.", "Degré fixé par le groupe de lecture.", "Consultation", "Pair-aidance" }) Assert.Contains(said, read);
        Assert.DoesNotContain("Codécision", read);
    }
}
