using System.Text;
using Croisee.People;
using Croisee.Surveys.Content;
using Croisee.Surveys.Exchange;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>Whose the questions are and on what terms they are used again goes with them: to the last page, into the files, and back from another tool.</summary>
public sealed class CreditTest(Place place) : IClassFixture<Place>
{
    static QuestionnaireContent Credited => Given.EveryKind with { Credit = Credit.Of("Groupe des Tilleuls", "https://exemple.fr/guide", "CC BY-SA 4.0") };

    [Fact]
    public async Task It_is_said_on_the_last_page_and_in_the_file_of_results()
    {
        var given = await place.Given.AnOpenSurvey(content: Credited);
        using var browser = place.Browser();
        Assert.Contains("Licence : CC BY-SA 4.0", (await browser.Open($"/repondre/{given.Code}/merci")).TextContent.Replace('\u00A0', ' ').Replace('\u202F', ' '), StringComparison.Ordinal);
        Assert.Contains("Questionnaire de Groupe des Tilleuls · Source : https://exemple.fr/guide · Licence : CC BY-SA 4.0", (await browser.Open($"/enquetes/{given.Survey.Reference}/fichier/codes")).Source, StringComparison.Ordinal);
    }

    [Fact]
    public void A_FHIR_file_keeps_its_publisher_and_its_copyright()
    {
        var written = FhirWriter.Write(Credited, "essai");
        foreach (var said in new[] { "\"publisher\": \"Groupe des Tilleuls\"", "\"copyright\": \"CC BY-SA 4.0\"" }) Assert.Contains(said, written, StringComparison.Ordinal);
        Assert.Equal(Credited.Credit, QuestionnaireFiles.Read(Encoding.UTF8.GetBytes(written)).Content!.Credit);
    }

    [Fact]
    public void What_is_too_long_is_told_and_nothing_is_no_credit()
    {
        Assert.Null(Credit.Of(" ", null, ""));
        Assert.Contains(ContentFaults.Of(Credited with { Credit = Credit.Of(new string('a', Credit.Max + 1), null, null) }), f => f.Sentence.StartsWith("L’auteur, la source", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_written_with_the_title_and_printed()
    {
        var given = await place.Given.AnOpenSurvey(content: Credited);
        using var office = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, given.Survey.Organisation));
        var page = await (await office.Open($"/bureau/questionnaires/{given.Questionnaire}/presentation")).Form("Enregistrer ces textes").Fill("À quelles conditions les reprendre", "Licence Ouverte 2.0").Send();
        Assert.Contains("\"licence\": \"Licence Ouverte 2.0\"", (await office.Open($"/bureau/questionnaires/{given.Questionnaire}/questionnaire.json")).Source, StringComparison.Ordinal);
        using var pdf = await office.Send(new HttpRequestMessage(HttpMethod.Get, $"/bureau/enquetes/{given.Survey.Reference}/papier/{given.Code}/courant.pdf"));
        Assert.Contains("CC BY-SA 4.0", Encoding.Latin1.GetString(await pdf.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
    }
}
