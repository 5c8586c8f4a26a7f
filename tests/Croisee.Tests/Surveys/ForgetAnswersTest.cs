using Croisee.Data;
using Croisee.Surveys;
using Croisee.Surveys.OnPaper;
using Croisee.Surveys.Results;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>Each kind of what is kept ends by itself, after the time that docs/what-we-store.md says, and not before (domain 10.1).</summary>
public sealed class ForgetAnswersTest(Place place) : IClassFixture<Place>
{
    Task Forgets() => place.Given.TheJobRan(ForgetAnswers.Job);

    Task<(int Sheets, int Texts, int Papers, int Ledgers, int Figures)> Kept(GivenSurvey given) => place.Db(async db => (
        await db.AnswerSheets.CountAsync(s => s.SurveyId == given.Survey.Id), await db.AnswerTexts.CountAsync(t => t.SurveyId == given.Survey.Id), await db.PaperEntries.CountAsync(p => p.SurveyId == given.Survey.Id),
        await db.SurveyLedgers.CountAsync(l => l.SurveyId == given.Survey.Id), await db.PublishedFigures.CountAsync(f => f.SurveyId == given.Survey.Id)));

    /// <summary>What is kept until five years after the end needs an end: neither the first last day nor a later one is too far.</summary>
    [Fact]
    public async Task A_survey_has_an_end_that_comes()
    {
        var today = place.Clock.ParisToday();
        var given = await place.Given.AnOpenSurvey(closesOn: today.AddYears(Survey.LongestYears));
        var far = today.AddYears(Survey.LongestYears).AddDays(1);
        Assert.StartsWith("Une enquête dure 3 ans au plus", (await Assert.ThrowsAsync<Croisee.Rules.RuleBroken>(() => place.Given.AnOpenSurvey(closesOn: far))).Message, StringComparison.Ordinal);
        Assert.StartsWith("Une enquête dure 3 ans au plus", Assert.Throws<Croisee.Rules.RuleBroken>(() => given.Survey.Prolong(far, place.Clock.UtcNow())).Message, StringComparison.Ordinal);
        Assert.Equal(today.AddYears(Survey.LongestYears), given.Survey.ClosesOn);
    }

    [Fact]
    public async Task Texts_go_after_twelve_months_papers_a_year_after_the_end_sheets_five_and_figures_stay()
    {
        var today = place.Clock.ParisToday();
        var given = await place.Given.AnOpenSurvey(closesOn: today);
        var open = await place.Given.AnOpenSurvey(closesOn: today.AddYears(Survey.LongestYears));
        await place.Given.TheyAnswered(given, 12, choice: i => i % 2, texts: ["Un banc.", "Un arbre."]);
        await place.Given.TheyAnswered(open, 12, choice: i => i % 2, texts: "Un banc.");
        var keyer = await place.Given.AnAccount("Organise");
        await place.Db(async db =>
        {
            foreach (var of in new[] { given, open }) db.PaperEntries.Add(new PaperEntry(of.Survey, of.Place, 1, keyer.Id, today, Guid.CreateVersion7()));
            return await db.SaveChangesAsync();
        });
        await place.Given.TheJobRan(PublishFigures.Job);
        await Forgets();
        var (all, figures) = (await Kept(given), (await Kept(given)).Figures);
        Assert.Equal((12, 2, 1, 1), (all.Sheets, all.Texts, all.Papers, all.Ledgers));
        Assert.InRange(figures, 1, 3);

        // Papers may still come in for a while: the exact numbers are needed until the last figures.
        place.Clock.Advance(TimeSpan.FromDays(2));
        await place.Given.TheJobRan(PublishFigures.Job);
        await Forgets();
        Assert.Equal((12, 2, 1, 1, figures), await Kept(given));
        place.Clock.Advance(TimeSpan.FromDays(Survey.LateDays));
        await place.Given.TheJobRan(PublishFigures.Job);
        using var reader = place.Browser();
        var settled = (await reader.Open($"/repondre/{given.Code}/resultats")).TextContent;
        await Forgets();
        Assert.Equal((12, 2, 1, 0, figures), await Kept(given));
        // Nothing more is published, and what was stays.
        await place.Given.TheJobRan(PublishFigures.Job);
        Assert.Equal((12, 2, 1, 0, figures), await Kept(given));
        Assert.Contains("Ces résultats ne changeront plus.", settled, StringComparison.Ordinal);
        Assert.Equal(settled, (await reader.Open($"/repondre/{given.Code}/resultats?apres")).TextContent);

        // A text bears its month only: it goes when a year has passed since that month began.
        place.Clock.Advance(TimeSpan.FromDays(300));
        await Forgets();
        Assert.Equal((12, 2, 1, 0, figures), await Kept(given));
        place.Clock.Advance(TimeSpan.FromDays(100));
        await Forgets();
        Assert.Equal((12, 0, 0, 0, figures), await Kept(given));
        Assert.Equal((12, 0, 1), ((await Kept(open)).Sheets, (await Kept(open)).Texts, (await Kept(open)).Papers));

        place.Clock.Advance(today.AddYears(5).ToDateTime(TimeOnly.MinValue) - place.Clock.ParisToday().ToDateTime(TimeOnly.MinValue));
        await Forgets();
        Assert.Equal((12, 0, 0, 0, figures), await Kept(given));
        place.Clock.Advance(TimeSpan.FromDays(1));
        await Forgets();
        Assert.Equal((0, 0, 0, 0, figures), await Kept(given));
        Assert.Equal((12, 1), ((await Kept(open)).Sheets, (await Kept(open)).Ledgers));
    }
}
