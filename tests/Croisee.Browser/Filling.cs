using Microsoft.Playwright;

namespace Croisee.Browser;

/// <summary>Fills a form as a person does: what is a list is chosen in, what is a box is ticked, the rest is typed.</summary>
static class Filling
{
    public static async Task Answer(this IPage page, params (string Field, string Value)[] answers)
    {
        foreach (var (field, value) in answers)
        {
            var control = page.Locator($"[name='{field}']:not([type=hidden])");
            var kind = await control.First.EvaluateAsync<string>("e => e.tagName === 'SELECT' ? 'select' : e.type");
            if (kind == "select") await control.SelectOptionAsync(value);
            else if (kind is "radio" or "checkbox") await Tick(page, page.Locator($"[name='{field}'][value='{value}']"));
            else await control.First.FillAsync(value);
        }
    }

    /// <summary>By its label, which is what a finger meets.</summary>
    static async Task Tick(IPage page, ILocator box)
    {
        if (!await box.IsCheckedAsync()) await page.Locator($"label[for='{await box.GetAttributeAsync("id")}']").ClickAsync();
    }

    public static Task Press(this IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public static Task Follow(this IPage page, string link) => page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();

    /// <summary>Whatever its spaces: French ones do not break.</summary>
    public static async Task<string> Heading(this IPage page) => Croisee.Tests.Page.Text(await page.Locator("h1").InnerTextAsync());
}
