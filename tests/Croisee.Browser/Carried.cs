using Croisee.Surveys;
using Croisee.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Croisee.Browser;

/// <summary>A device that was prepared for a survey, and people who answer on it.</summary>
public abstract class Carried(Chromium chromium, RoamingPlace place)
{
    protected RoamingPlace Place => place;
    protected Chromium Browsing => chromium;

    protected const string Ready = "Prêt : vous pouvez partir sans réseau.";

    protected async Task<(IBrowserContext Context, IPage Page)> Prepare(GivenSurvey given, int width = 1280, string? script = null)
    {
        var context = await chromium.Visitor(place.Address, width: width);
        if (script is not null) await context.AddInitScriptAsync(script);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/repondre/{given.Code}/aider");
        await page.Follow("Préparez cet appareil pour répondre sans réseau");
        await page.Answer(("Form.Charter", "oui"), ("Form.Helper", "aide_pair"));
        await page.Press("Préparer cet appareil");
        await page.GetByText(Ready).WaitForAsync();
        return (context, page);
    }

    protected Task<List<AnswerSheet>> Sheets(GivenSurvey given) => place.Db(db => db.AnswerSheets.AsNoTracking().Where(s => s.SurveyId == given.Survey.Id).ToListAsync());

    protected static Task<string> Shown(IPage page) => page.Locator("h1").InnerTextAsync();

    /// <summary>The whole questionnaire by its buttons, in the page itself: fifty persons in a few seconds. Each chooses the answer of their number.</summary>
    protected static Task Tell(IPage page, int persons, int from = 0) => page.EvaluateAsync("""
        async ([persons, from]) => {
          const shown = what => [...document.querySelectorAll(what)].find(e => e.checkVisibility());
          const until = async what => { for (let i = 0; i < 6000 && !shown(what); i++) await new Promise(r => setTimeout(r, 10)); return shown(what); };
          for (let person = from; person < from + persons; person++) {
            (await until('[data-do=begin]')).click();
            while (!shown('#fin')) {
              const form = shown('[data-field]'), choices = form.querySelectorAll('input[type=radio]');
              if (choices.length) choices[person % 2].checked = true;
              form.querySelector(choices.length ? 'button.btn:not([type])' : '[data-do=pass]').click();
            }
            shown('#fin').querySelector('button.btn:not([type])').click();
            (await until('#merci [data-do=home]')).click();
          }
        }
        """, new[] { persons, from });
}
