using Croisee.Surveys;
using Croisee.Surveys.Content;
using Croisee.Surveys.Results;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>Numbers and dates have results: by classes that the question gives before anybody answers, through the same door as all others.</summary>
public sealed class CountedClassesTest(Place place) : IClassFixture<Place>
{
    static AskedQuestion Number(int? least, int? most) => new("n", QuestionKind.Number, new Wording("Combien ?")) { Least = least, Most = most };

    static string Labels(AskedQuestion question) => string.Join(" | ", CountedClasses.Of(question, 2026).Select(c => c.Label)).Replace('\u202F', ' ').Replace('\u00A0', ' ');

    [Theory]
    [InlineData(0, 5, "0 | 1 | 2 | 3 | 4 | 5")]
    [InlineData(0, 12, "de 0 à 1 | de 2 à 3 | de 4 à 5 | de 6 à 7 | de 8 à 9 | de 10 à 11 | 12")]
    [InlineData(18, 99, "de 18 à 19 | de 20 à 39 | de 40 à 59 | de 60 à 79 | de 80 à 99")]
    [InlineData(null, null, "0 ou moins | de 1 à 5 | de 6 à 10 | de 11 à 20 | de 21 à 50 | de 51 à 100 | de 101 à 500 | 501 ou plus")]
    [InlineData(1, null, "de 1 à 5 | de 6 à 10 | de 11 à 20 | de 21 à 50 | de 51 à 100 | de 101 à 500 | 501 ou plus")]
    [InlineData(null, 30, "0 ou moins | de 1 à 5 | de 6 à 10 | de 11 à 20 | de 21 à 30")]
    public void Classes_come_from_the_bounds_of_the_question(int? least, int? most, string labels) => Assert.Equal(labels, Labels(Number(least, most)));

    [Fact]
    public void Years_widen_as_they_go_back() =>
        Assert.Equal("avant 1946 | de 1946 à 1965 | de 1966 à 1985 | de 1986 à 2005 | de 2006 à 2015 | de 2016 à 2020 | de 2021 à 2023 | 2024 | 2025 | 2026 | après 2026", Labels(new("d", QuestionKind.Day, new Wording("Quand ?"))));

    /// <summary>Each number within its bounds is in one class and one only, whatever they are.</summary>
    [Fact]
    public void Every_number_is_in_one_class()
    {
        var dice = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            var low = dice.Next(-300, 300);
            var high = low + dice.Next(0, i < 150 ? 40 : 100_000);
            var classes = CountedClasses.Of(Number(low, high), 2026);
            Assert.InRange(classes.Count, 1, 12);
            Assert.Equal((low, high), (classes[0].Low, classes[^1].High));
            foreach (var (one, next) in classes.Zip(classes.Skip(1))) Assert.Equal(one.High + 1, next.Low);
            var inside = dice.Next(low, high + 1);
            var code = CountedClasses.CodeOf(classes, QuestionKind.Number, $"{inside}");
            Assert.Single(classes, c => c.Code == code && c.Low <= inside && inside <= c.High);
        }
        Assert.Null(CountedClasses.CodeOf(CountedClasses.Of(Number(0, 5), 2026), QuestionKind.Number, "beaucoup"));
    }

    [Fact]
    public async Task A_number_and_a_date_are_shown_on_the_page_and_in_the_file_and_hidden_under_ten()
    {
        var content = new QuestionnaireContent(new Wording("Combien et quand"))
        {
            Sections = [new("debut") { Questions = [new("fois", QuestionKind.Number, new Wording("Combien de réunions ?")) { Least = 0, Most = 5 }, new("jour", QuestionKind.Day, new Wording("Quand, la dernière ?")), new("avis", QuestionKind.Scale, new Wording("On m’écoute.")) { Scale = "V-OUINON" }] }],
        };
        var given = await place.Given.AnOpenSurvey(content: content);
        var year = given.Survey.OpensOn.Year;
        await place.Given.TheyAnswered(given, 40, said: i => new() { ["fois"] = i < 30 ? "2" : "5", ["jour"] = i < 9 ? $"{year - 1}-03-14" : null, ["avis"] = i % 2 == 0 ? "OUN_OUI" : "OUN_NON" });
        await place.Given.TheJobRan(PublishFigures.Job);
        using var browser = place.Browser();
        var page = await browser.Open($"/enquetes/{given.Survey.Reference}/resultats");
        var sections = page.Document.QuerySelectorAll("section.result").ToDictionary(s => Page.Text(s.QuerySelector("h2")), Page.Text);
        Assert.Matches("2 environ (75|76|80)", sections["Combien de réunions ?"]);
        Assert.Contains("Non affiché (effectif trop petit)", sections["Quand, la dernière ?"], StringComparison.Ordinal);
        Assert.DoesNotContain($"{year - 1}", sections["Quand, la dernière ?"], StringComparison.Ordinal);
        Assert.DoesNotContain("03-14", (await browser.Open($"/enquetes/{given.Survey.Reference}/fichier/csv")).Source, StringComparison.Ordinal);
        Assert.Contains("fois;;Combien de réunions ?", (await browser.Open($"/enquetes/{given.Survey.Reference}/fichier/codes")).Source, StringComparison.Ordinal);
        await place.Given.TheyAnswered(given, 20, said: i => new() { ["jour"] = i < 10 ? $"{year}-01-02" : $"{year - 3}-01-02" });
        await place.Given.TheJobRan(PublishFigures.Job);
        page = await browser.Open($"/enquetes/{given.Survey.Reference}/resultats?encore=1");
        Assert.Contains($"de {year - 5} à {year - 3}", page.TextContent, StringComparison.Ordinal);
        var easy = await browser.Open($"/enquetes/{given.Survey.Reference}/resultats?lecture=facile");
        Assert.Contains("sur 10 ont répondu : « 2 »", easy.TextContent.Replace('\u00A0', ' ').Replace('\u202F', ' '), StringComparison.Ordinal);
    }

    /// <summary>A survey that began before numbers were counted goes on: they are counted from now on, by batches of their own.</summary>
    [Fact]
    public async Task A_history_from_before_counts_numbers_from_now_on()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind);
        await place.Given.TheyAnswered(given, 20, choice: i => i % 2);
        await place.Given.TheJobRan(PublishFigures.Job);
        // As an older publication left it: without the books of the number and of the day, which stand last.
        await place.Db(async db =>
        {
            var ledger = await db.SurveyLedgers.SingleAsync(l => l.SurveyId == given.Survey.Id);
            var history = ledger.Read();
            foreach (var population in history.Books.Keys.ToList()) history.Books[population] = history.Books[population][..^2];
            ledger.Write(history);
            return await db.SaveChangesAsync();
        });
        await place.Given.TheyAnswered(given, 10, said: _ => new() { ["connu"] = "OUN_OUI", ["fois"] = "3" });
        await place.Given.TheJobRan(PublishFigures.Job);
        using var browser = place.Browser();
        var page = await browser.Open($"/enquetes/{given.Survey.Reference}/resultats");
        Assert.Contains("de 30 à 34 réponses", page.TextContent, StringComparison.Ordinal);
        Assert.Contains("de 10 à 14 réponses", Page.Text(page.Document.QuerySelectorAll("section.result").Single(s => Page.Text(s.QuerySelector("h2")) == "Combien de réunions ?")), StringComparison.Ordinal);
    }
}
