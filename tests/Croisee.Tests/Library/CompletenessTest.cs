using System.Net;
using Croisee.Experiences;
using Croisee.Experiences.Answers;
using Croisee.Library;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>What is not told yet is a way further, with its reason and its step; published, it can be a filter and never a grade.</summary>
public sealed class CompletenessTest(Place place) : IClassFixture<Place>
{
    static readonly string[] Blaming = ["incompl", "insuffisant", "faible", "mauvais", "note", "score", "%", "manquant"];

    [Fact]
    public void Counts_each_optional_answer_once_and_only_when_it_is_given()
    {
        var account = new Account();
        Assert.Equal((0, 23), (Completeness.Of(account).Given, Completeness.Of(account).Answers.Count));
        account.Changes.BrakesText = "Le temps.";
        Assert.Equal("Les freins", Assert.Single(Completeness.Of(account).Answers, a => a.IsGiven).Label);
        account.Changes.Brakes = ["FREIN_TEMPS"];
        account.Participation.ByStage["ETAPE"] = "";
        account.Lessons.Advice = "  ";
        Assert.Equal(1, Completeness.Of(account).Given);
        Assert.Equal(23, Completeness.All.Select(a => a.Code).Distinct().Count());
        Assert.Equal(23, Completeness.Of(account).Parts.Sum(p => p.Of));
    }

    [Fact]
    public void Leads_to_a_step_that_exists_says_why_and_never_blames()
    {
        foreach (var answer in Completeness.Of(new Account()).Answers)
        {
            Assert.NotNull(DepositSteps.Find(answer.Step));
            Assert.EndsWith(".", answer.Why.TrimEnd('…') + ".");
            Assert.DoesNotContain(Blaming, w => $"{answer.Label} {answer.Why}".Contains(w, StringComparison.OrdinalIgnoreCase));
        }
        Assert.Equal(Completeness.Of(new Account()).Answers.Count, Completeness.Of(new Account()).Answers.Select(a => a.Label).Distinct().Count());
    }

    static void TellAll(Account a)
    {
        (a.Essentials.EasySummary, a.Structure.Territory, a.Setting.ActionState) = ("On se réunit.", "ECH_REGION", "EA_EN_COURS");
        (a.Participants.Recruitment, a.Participants.InclusiveMeans, a.Participants.Beneficiaries) = (["REC_PAIR"], ["MOY_FALC"], "TR_6_10");
        (a.Course.Milestones, a.Changes.Decisions) = ([new Milestone { What = "On commence." }], [new InfluencedDecision { Proposal = "Dîner à 19 heures", Decision = "Accepté", Effect = "En place" }]);
        (a.Participation.Promised, a.Participation.LivedByPersons, a.Participation.LivedByProfessionals) = ("D3_CONCERTATION", "D3_CONCERTATION", "D3_CONCERTATION");
        (a.Changes.BrakesText, a.Changes.LeversText) = ("Le temps.", "L’envie.");
        (a.Means.Resources, a.Means.Partners, a.Means.Charter) = ("Une salle.", ["La mairie"], "CAD_OUI");
        (a.Lessons.Learned, a.Lessons.Advice, a.Lessons.Elsewhere) = ("Commencer tôt.", "Écouter.", "Une salle.");
        a.Course.Registers = [Croisee.Framework.Vocabularies.Register.Terms[0].Code];
    }

    static void TellLeast(Account a)
    {
        (a.Essentials.EasySummary, a.Structure.Territory, a.Setting.ActionState) = (null, null, null);
        (a.Changes.Decisions, a.Changes.Brakes, a.Changes.Levers, a.Lessons.Advice, a.Lessons.Learned, a.Lessons.Elsewhere) = ([], [], [], null, null, null);
        (a.Participation.Promised, a.Participation.LivedByPersons, a.Participation.LivedByProfessionals) = (null, null, null);
    }

    [Fact]
    public async Task Filters_the_library_and_is_told_on_the_sheet_without_a_grade()
    {
        var call = await place.Given.AnOpenCall();
        var (full, thin) = (await place.Given.APublishedSheet(call, "Racontée en entier", TellAll), await place.Given.APublishedSheet(call, "Racontée en bref", TellLeast));
        var found = (await place.Browser().Open("/repertoire?complete=oui")).TextContent;
        Assert.Contains("Racontée en entier", found);
        Assert.DoesNotContain("Racontée en bref", found);
        Assert.Equal(HttpStatusCode.BadRequest, (await place.Browser().Open("/repertoire?complete=non")).Status);
        var read = await place.Browser().Open("/experiences/" + thin.Reference);
        var content = SheetContent.FromJson(await place.Db(db => db.Sheets.Where(s => s.Id == thin.Id).Select(s => s.Content).SingleAsync()));
        Assert.Contains(Completeness.Of(content.Account).Given switch { 0 => "aucune réponse facultative, sur 23", 1 => "une réponse facultative sur 23", var given => $"Ce que cette fiche raconte : {given} réponses facultatives sur 23" }, read.TextContent);
        Assert.DoesNotContain("incomplète", read.TextContent);
        // What held back and what helped stand side by side, and no line ties one to the other.
        var brakes = (await place.Browser().Open("/experiences/" + full.Reference)).Document.QuerySelector("section[aria-labelledby=freins]")!;
        Assert.Null(brakes.QuerySelector("table"));
        Assert.Equal(["Freins", "Leviers"], brakes.QuerySelectorAll("h3").Select(Page.Text));
        Assert.NotEqual(full.Reference, thin.Reference);
    }

    /// <summary>Both ways: those that may be completed, and of each optional answer those that do not give it; the map counts them and leads there (counted again by hand from the contents).</summary>
    [Fact]
    public async Task Leads_to_the_sheets_that_may_be_completed_and_of_what()
    {
        var call = await place.Given.AnOpenCall();
        await place.Given.APublishedSheet(call, "Dite jusqu’au bout", TellAll);
        await place.Given.APublishedSheet(call, "Dite sans conseil", a => { TellAll(a); a.Lessons.Advice = null; });
        await place.Given.APublishedSheet(call, "Dite en bref", TellLeast);
        async Task<string> List(string query) => (await place.Browser().Open("/repertoire?" + query)).TextContent;
        var open = await List("complete=non-precise");
        Assert.Contains("Dite en bref", open);
        Assert.DoesNotContain("Dite jusqu’au bout", open);
        var advice = await List("manque=conseil");
        Assert.All(new[] { "Dite sans conseil", "Dite en bref", "Reste à raconter : Un conseil à d’autres" }, said => Assert.Contains(said, advice.Replace('\u00a0', ' ')));
        Assert.DoesNotContain("Dite jusqu’au bout", advice);
        Assert.Equal(HttpStatusCode.BadRequest, (await place.Browser().Open("/repertoire?manque=rien")).Status);
        // A reader finds the way without typing an address.
        Assert.Contains("Fiche à compléter", Page.Text((await place.Browser().Open("/repertoire?voir=complete")).Document.QuerySelector("nav[aria-label=Filtres]")));

        var told = (await place.Db(db => db.Sheets.AsNoTracking().Where(s => s.WithdrawnAt == null).Select(s => s.Content).ToListAsync())).Select(c => Completeness.Of(SheetContent.FromJson(c).Account)).ToList();
        var rows = (await place.Browser().Open("/repertoire/carte")).Document.QuerySelectorAll("section[aria-labelledby=a-raconter] tbody tr");
        var expected = Completeness.All.Select(a => told.Count(t => t.Missing.Any(m => m.Code == a.Code))).Prepend(told.Count(t => !t.IsFull)).ToList();
        Assert.Equal(expected, rows.Select(r => int.Parse(Page.Text(r.QuerySelector("td")).Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)));
        foreach (var row in rows.Where(r => r.QuerySelector("td a") is not null).Take(3))
            Assert.StartsWith(Page.Text(row.QuerySelector("td")).Split(' ')[0] + " expérience", Page.Text((await place.Browser().Open(row.QuerySelector("td a")!.GetAttribute("href")!)).Document.QuerySelector("[role=status] b")));
        var file = (await place.Browser().Open("/repertoire/carte/parts")).Source.Split("\r\n");
        Assert.Equal(Completeness.All.Count, file.Count(l => l.StartsWith("manque;", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Shows_the_authors_what_they_may_still_tell_with_one_link_to_the_step()
    {
        var call = await place.Given.AnOpenCall();
        var published = await place.Given.APublishedSheet(call, "Publiée en bref", TellLeast);
        var follow = await (await place.Given.AnAuthorOf(published)).Open($"/suivre/fiche/{published.Reference}");
        Assert.Contains("Pour aller plus loin, si vous voulez", follow.TextContent);
        Assert.Equal($"/suivre/fiche/{published.Reference}/correction?etape=bilan", follow.Link("Un conseil à d’autres").GetAttribute("href"));

        var author = await place.Given.AnAuthorOf(published);
        await (await author.Open($"/suivre/fiche/{published.Reference}/correction")).Form("Ouvrir mes textes").Send();
        var list = await author.Open($"/deposer/fiche/{published.Reference}");
        var step = await list.Follow("Un conseil à d’autres");
        Assert.Equal($"/deposer/fiche/{published.Reference}/bilan", step.Path);
        Assert.Contains("Une phrase peut suffire.", list.TextContent);
    }
}
