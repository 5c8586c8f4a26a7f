using System.Collections;
using System.Reflection;
using Croisee.Data;
using Croisee.Experiences;
using Croisee.Experiences.Answers;
using Croisee.Framework;
using Croisee.Journal;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Experiences;

/// <summary>What holds on each page of the deposit: it posts all that its step keeps, and warns under each free text.</summary>
public sealed class DepositStepsTest(Place place) : IClassFixture<Place>
{
    async Task<GivenDraft> ADraftWithQuestions()
    {
        var call = await place.Given.AnOpenCall();
        await place.Db(async db =>
        {
            var asking = await db.Calls.Include(c => c.Questions).SingleAsync(c => c.Id == call.Id);
            db.Add(asking.AddQuestion("Combien de temps ?", null, isLong: false));
            db.Record(place.Clock.UtcNow(), Actor.System, Croisee.Experiences.Acts.CallWritten, asking, null, asking.OrganisationId);
            return await db.SaveChangesAsync();
        });
        return await place.Given.ADraft(call);
    }

    /// <summary>A step is stored whole: what its page does not post is erased when somebody who had it from a file corrects a word.</summary>
    [Fact]
    public async Task Each_page_posts_every_answer_of_its_step()
    {
        var draft = await ADraftWithQuestions();
        var missing = new List<string>();
        foreach (var step in DepositSteps.All)
        {
            var page = await draft.Browser.Open($"/deposer/fiche/{draft.Reference}/{step.Code}");
            var posted = page.Document.QuerySelectorAll("main [name^='Form.']").Select(i => i.GetAttribute("name")!["Form.".Length..]).ToList();
            missing.AddRange(Names(step.Answers).Where(n => !posted.Any(p => p == n || p.StartsWith(n + "[", StringComparison.Ordinal))).Select(n => $"{step.Code}: {n}"));
        }
        // Chosen on a page of their own, and carried along hidden once there are some.
        Assert.Equal(["essentiel: EasyPictures"], missing);
    }

    static IEnumerable<string> Names(Type answers) => answers.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite).SelectMany(p =>
        p.PropertyType.IsGenericType && typeof(IList).IsAssignableFrom(p.PropertyType) && p.PropertyType.GetGenericArguments()[0] is { IsClass: true } line && line != typeof(string) ? Names(line).Select(n => $"{p.Name}[0].{n}")
        : typeof(IEnumerable).IsAssignableFrom(p.PropertyType) || !p.PropertyType.IsClass ? [p.Name]
        : Names(p.PropertyType).Select(n => $"{p.Name}.{n}"));

    /// <summary>EXP-R3, RGP-R2: said under each free text, or once above a set of short ones.</summary>
    [Theory]
    [InlineData("", Croisee.Experiences.Deposit.FreeText.NothingOfAPerson)]
    [InlineData("?lecture=facile", "N’écrivez pas leur maladie.")]
    public async Task Each_free_text_says_to_write_nothing_of_a_person(string mode, string said)
    {
        var draft = await ADraftWithQuestions();
        foreach (var step in DepositSteps.All)
        {
            var page = await draft.Browser.Open($"/deposer/fiche/{draft.Reference}/{step.Code}{mode}");
            Assert.All(page.Document.QuerySelectorAll("main textarea"), area =>
                Assert.Contains(said, (area.GetAttribute("aria-describedby") is { } hint ? page.Document.GetElementById(hint.Split(' ')[0])?.TextContent : "") + area.Closest("fieldset")?.QuerySelector(".hint")?.TextContent));
            Assert.All(page.Document.QuerySelectorAll("main .hint"), hint => Assert.True(hint.TextContent.Split(said).Length <= 2));
        }
    }

    [Fact]
    public async Task Asks_the_degree_of_the_five_stages_of_the_rule_and_loses_none_that_was_told()
    {
        var draft = await place.Given.ADraft(await place.Given.AnOpenCall());
        var path = $"/deposer/fiche/{draft.Reference}/participation";
        Assert.Equal(Degree.Stages.Select(s => s.Code), Asked(await draft.Browser.Open(path)));
        await place.Db(async db =>
        {
            var experience = await db.Experiences.Include(e => e.Steps).Include(e => e.Authors).SingleAsync(e => e.Reference == draft.Reference);
            experience.Steps.Single(s => s.Code == "participation").Write(new Participation { ByStage = { ["ETP_IDEE"] = "D2_CONSULTATION" } }, experience.Authors[0].Id, place.Clock.UtcNow());
            db.Record(place.Clock.UtcNow(), Actor.System, Croisee.Experiences.Acts.StepSaved, experience);
            return await db.SaveChangesAsync();
        });
        var page = await draft.Browser.Open(path);
        Assert.Contains("ETP_IDEE", Asked(page));
        await page.Form("Enregistrer et continuer").Send();
        Assert.Equal("D2_CONSULTATION", (await draft.Browser.Open(path)).Form("Enregistrer et continuer").Value("Idée"));

        static IEnumerable<string> Asked(Page page) => page.Document.QuerySelectorAll("select[name^='Form.ByStage[']").Select(s => s.GetAttribute("name")!["Form.ByStage[".Length..^1]);
    }

    [Fact]
    public async Task Warns_of_rights_where_payment_is_told()
    {
        var draft = await place.Given.ADraft(await place.Given.AnOpenCall());
        Assert.Contains("Ce revenu peut modifier vos droits", (await draft.Browser.Open($"/deposer/fiche/{draft.Reference}/moyens")).TextContent);
    }
}
