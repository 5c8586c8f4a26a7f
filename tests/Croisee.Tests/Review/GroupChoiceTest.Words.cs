using System.Net;
using Croisee.Data;
using Croisee.Experiences;
using Croisee.Journal;
using Croisee.Library;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Review;

/// <summary>A motive is read by everybody once its sheet is published: whoever writes it knows, is warned of names, and a name that passed leaves every place.</summary>
public sealed partial class GroupChoiceTest
{
    const string Named = "Notre voisine Mme Lebrun, diabétique, décide vraiment.", Cleaned = "Une voisine décide vraiment.";

    [Fact]
    public async Task Says_who_reads_a_motive_warns_of_names_and_lets_them_be_corrected_wherever_they_went()
    {
        using var here = await Analysed(title: "Le repas nommé");
        var path = await Vote(here, "Oui");
        using var member = await place.Given.SignedIn(here.Group.Members[0]);
        var asked = await member.Open(path + "/vote");
        Assert.Contains("par tout le monde si la fiche est publiée", asked.TextContent, StringComparison.Ordinal);
        var warned = await asked.Form("Voter").Choose("Oui").Fill("Mon motif", Named).Send();
        Assert.Equal(HttpStatusCode.OK, warned.Status);
        Assert.Contains("n’est pas encore enregistré", warned.TextContent, StringComparison.Ordinal);
        Assert.Contains(warned.Document.QuerySelectorAll("mark"), m => m.TextContent.Contains("Lebrun", StringComparison.Ordinal));
        Assert.Null(await place.Db(db => db.Set<Croisee.Deliberation.Ballot>().Where(b => b.Motive != null && b.Motive.Contains("Lebrun")).Select(b => b.Motive).FirstOrDefaultAsync()));
        Assert.Contains("Votre nouveau vote remplace", (await warned.Form("Voter avec ces mots").Send()).TextContent, StringComparison.Ordinal);
        await Advance(here.Team, path);
        await place.Given.ItPassed(here.Experience, ExperienceState.ApprovalAsked);
        await place.Given.ItWasPublished(here.Experience);
        var sheet = $"/experiences/{here.Experience.Reference}";
        string[] places = [sheet, sheet + "/versions", $"/api/v1/fiches/{here.Experience.Reference}", "/repertoire/fichier/csv"];
        Assert.Contains("Lebrun", (await place.Browser().Open(sheet)).TextContent, StringComparison.Ordinal);
        Assert.Contains("Lebrun", (await Whys(here)).Single(w => w is not null), StringComparison.Ordinal);

        var page = $"/groupes/{here.Group.Group.Reference}/motifs/{here.Experience.Reference}";
        Assert.Equal(HttpStatusCode.NotFound, (await member.Open(page)).Status);
        var form = (await (await here.Team.Open($"/groupes/{here.Group.Group.Reference}/experiences/{here.Experience.Reference}")).Follow("Corriger des mots")).Form("Corriger ces mots");
        Assert.Equal(HttpStatusCode.BadRequest, (await form.Fill("Les motifs du groupe", "").Fill("Pourquoi ces mots changent", "Une personne y est reconnaissable.").Send()).Status);
        Assert.Contains("Les mots sont corrigés", (await form.Fill("Les motifs du groupe", Cleaned).Send()).TextContent, StringComparison.Ordinal);
        foreach (var shown in places) Assert.DoesNotContain("Lebrun", (await place.Browser().Open(shown)).Source, StringComparison.Ordinal);
        Assert.Contains(Cleaned, (await place.Browser().Open(sheet)).TextContent, StringComparison.Ordinal);
        Assert.Equal((0, 0), await place.Db(async db => (await db.Set<SheetVersion>().CountAsync(v => v.Content.Contains("Lebrun")), await db.SearchedSheets.CountAsync(s => s.Text.Contains("Lebrun")))));
        // Files change with it, though it is no text of the authors.
        Assert.Equal(place.Clock.ParisToday(), (await place.Db(db => db.Sheets.Where(s => s.Id == here.Experience.Id).Select(s => s.RewordedAt).SingleAsync()))?.ParisDay());
        Assert.Equal(Cleaned, (await Whys(here)).Single(w => w is not null));
        var entry = await place.Db(db => db.JournalEntries.AsNoTracking().SingleAsync(e => e.SubjectId == here.Experience.Id && e.Act == Croisee.Review.Acts.MotivesCorrected));
        Assert.Equal("Une personne y est reconnaissable.", entry.Reason);
        Assert.Contains(await NoticesTo(here.Group.Members[1]), n => n.Line.StartsWith("Les mots des motifs du groupe sont corrigés", StringComparison.Ordinal));
        // The ballot stays as it was cast, and the same form sent twice changes nothing.
        Assert.Equal(1, await place.Db(db => db.Set<Croisee.Deliberation.Ballot>().CountAsync(b => b.Motive == Named)));
        Assert.Contains("Aucun mot n’a changé", (await form.Send()).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warns_before_the_reason_of_the_group_is_announced()
    {
        using var here = await Analysed(title: "Le goûter sans motif");
        var asked = await Advance(here.Team, await Vote(here, "Oui"));
        var warned = await asked.Form("Annoncer la décision").Fill("Le motif du groupe", Named).Send();
        Assert.Contains("n’est pas encore annoncée", warned.TextContent, StringComparison.Ordinal);
        Assert.Equal(ExperienceState.Analysed, await StateOf(here.Experience));
        Assert.Contains("Le motif est écrit", (await warned.Form("Annoncer avec ces mots").Send()).TextContent, StringComparison.Ordinal);
        Assert.Equal(ExperienceState.Remarkable, await StateOf(here.Experience));

        // The motives of the sheet come from this reason: corrected there, they leave the question too, and its urn holds.
        var read = await here.Team.Open($"/groupes/{here.Group.Group.Reference}/motifs/{here.Experience.Reference}");
        await read.Form("Corriger ces mots").Fill("Les motifs du groupe", Cleaned).Fill("Pourquoi ces mots changent", "Une personne y est reconnaissable.").Send();
        var question = await place.Db(db => db.Set<Croisee.Deliberation.Deliberation>().AsNoTracking().SingleAsync(d => d.SubjectId == here.Experience.Id));
        Assert.Equal(Cleaned, question.Reason);
        var result = await here.Team.Open($"/deliberations/{question.Reference}/resultat");
        Assert.DoesNotContain("Lebrun", result.Source, StringComparison.Ordinal);
        Assert.Contains(Cleaned, result.TextContent, StringComparison.Ordinal);
        Assert.Empty(result.Document.QuerySelectorAll("[role=alert]"));
    }

    Task<List<string?>> Whys(Setting here) => place.Db(db => db.Passages.Where(p => p.ExperienceId == here.Experience.Id && p.To == ExperienceState.Remarkable).Select(p => p.Why).ToListAsync());
}
