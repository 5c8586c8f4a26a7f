using Croisee.Tests;
using Microsoft.Playwright;
using Xunit;

namespace Croisee.Browser;

/// <summary>One person on a device: their sheet is one however often one taps, and it is forgotten only after it was asked.</summary>
public sealed class OfflinePersonTest(Chromium chromium, RoamingPlace place) : Carried(chromium, place), IClassFixture<RoamingPlace>
{
    const int AlmostHalfAnHour = 29 * 60_000, TwoMinutes = 2 * 60_000, FiveMinutes = 5 * 60_000;

    [Fact]
    public async Task A_double_tap_keeps_one_sheet()
    {
        var given = await Place.Given.AnOpenSurvey();
        var (context, page) = await Prepare(given);
        await using var _ = context;
        await context.SetOfflineAsync(true);
        await page.Press("Commencer avec une personne");
        await ToTheEnd(page);
        await page.EvaluateAsync("() => { const button = document.querySelector('#fin button.btn:not([type])'); button.click(); button.click(); }");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Merci. Vos réponses sont gardées." }).WaitForAsync();
        await page.Press("Rendre l’appareil");
        await page.GetByText("Une réponse en attente").WaitForAsync();
        // The next person has a sheet of their own.
        await Tell(page, 1);
        await page.GetByText("2 réponses en attente").WaitForAsync();
        await context.SetOfflineAsync(false);
        await page.GetByText("Aucune réponse en attente, 2 envoyées.").WaitForAsync();
        Assert.Equal(2, (await Sheets(given)).Count);
    }

    /// <summary>The store says no after it wrote, as when the device is switched off: tried again, it is the same sheet.</summary>
    [Fact]
    public async Task Trying_again_keeps_the_same_sheet()
    {
        var given = await Place.Given.AnOpenSurvey();
        var (context, page) = await Prepare(given);
        await using var _ = context;
        await context.SetOfflineAsync(true);
        await page.EvaluateAsync("""
            () => {
              const { transaction } = IDBDatabase.prototype;
              window.lies = 2;
              IDBDatabase.prototype.transaction = function (name, ...how) {
                const made = transaction.call(this, name, ...how);
                if (name === 'kept' && how[0] === 'readwrite' && window.lies-- > 0) Object.defineProperty(made, 'oncomplete', { set(said) { made.addEventListener('complete', () => made.onerror(new Event('error'))); } });
                return made;
              };
            }
            """);
        await page.Press("Commencer avec une personne");
        await ToTheEnd(page);
        await page.Press("Garder mes réponses");
        await page.GetByRole(AriaRole.Heading, new() { Name = "La mémoire de l’appareil est pleine" }).WaitForAsync();
        await page.Press("Réessayer");
        await page.Press("Rendre l’appareil");
        await page.GetByText("Une réponse en attente").WaitForAsync();
        await context.SetOfflineAsync(false);
        await page.GetByText("Aucune réponse en attente, une envoyée.").WaitForAsync();
        Assert.Single(await Sheets(given));
    }

    /// <summary>The clock of the page is moved, not waited for.</summary>
    [Fact]
    public async Task Forgets_nobody_who_touches_it_and_asks_before_it_does()
    {
        var given = await Place.Given.AnOpenSurvey(content: Given.EveryKind);
        var (context, page) = await Prepare(given);
        await using var _ = context;
        await context.SetOfflineAsync(true);
        await page.Clock.InstallAsync();
        await page.ReloadAsync();
        await page.GetByText(Ready).WaitForAsync();
        await page.Press("Commencer avec une personne");
        await page.Clock.FastForwardAsync(AlmostHalfAnHour);
        await page.Answer(("r.connu", "OUN_OUI"));
        await page.Clock.FastForwardAsync(AlmostHalfAnHour);
        Assert.Equal("Question 1 sur 5", await Shown(page));
        await page.Clock.FastForwardAsync(TwoMinutes);
        Assert.Equal("Êtes-vous toujours là ?", await Heading(page));
        Assert.Empty(await page.Judged());
        await page.Press("Oui, je continue");
        Assert.True(await page.Locator("[name='r.connu'][value=OUN_OUI]").IsCheckedAsync());
        await page.Clock.FastForwardAsync(AlmostHalfAnHour + TwoMinutes);
        Assert.Equal("Êtes-vous toujours là ?", await Heading(page));
        await page.Clock.FastForwardAsync(FiveMinutes);
        Assert.Equal("Vos réponses sont effacées", await Heading(page));
    }

    /// <summary>What is finished and waits for room is nobody's to forget.</summary>
    [Fact]
    public async Task Forgets_nothing_while_it_is_full()
    {
        var given = await Place.Given.AnOpenSurvey();
        var (context, page) = await Prepare(given);
        await using var _ = context;
        await context.SetOfflineAsync(true);
        await page.Clock.InstallAsync();
        await page.ReloadAsync();
        await page.GetByText(Ready).WaitForAsync();
        await page.EvaluateAsync("() => { const { put } = IDBObjectStore.prototype; window.full = true; IDBObjectStore.prototype.put = function (...what) { if (this.name === 'kept' && window.full) throw new DOMException('No room.', 'QuotaExceededError'); return put.apply(this, what); }; }");
        await page.Press("Commencer avec une personne");
        await ToTheEnd(page);
        await page.Press("Garder mes réponses");
        await page.GetByRole(AriaRole.Heading, new() { Name = "La mémoire de l’appareil est pleine" }).WaitForAsync();
        for (var i = 0; i < 3; i++) await page.Clock.FastForwardAsync(AlmostHalfAnHour);
        Assert.Equal("La mémoire de l’appareil est pleine", await Heading(page));
        await page.EvaluateAsync("window.full = false");
        await page.Press("Réessayer");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Merci. Vos réponses sont gardées." }).WaitForAsync();
    }

    [Fact]
    public async Task Going_back_to_the_beginning_keeps_the_answers_and_erasing_is_asked()
    {
        var given = await Place.Given.AnOpenSurvey(content: Given.EveryKind);
        var (context, page) = await Prepare(given);
        await using var _ = context;
        await page.Press("Commencer avec une personne");
        await page.Answer(("r.connu", "OUN_OUI"));
        await page.Press("Suivant");
        await page.Press("Revenir");
        await page.Press("Revenir");
        Assert.False(await page.GetByRole(AriaRole.Button, new() { Name = "Commencer avec une personne" }).IsVisibleAsync());
        Assert.Empty(await page.Judged());
        await page.Press("Continuer avec cette personne");
        Assert.True(await page.Locator("[name='r.connu'][value=OUN_OUI]").IsCheckedAsync());
        await page.Press("Suivant");
        await page.Press("Arrêter et effacer");
        Assert.Equal("Arrêter et effacer ?", await Heading(page));
        Assert.Empty(await page.Judged());
        await page.Press("Non, continuer");
        Assert.Equal("Question 2 sur 10", await Heading(page));
        await page.Press("Arrêter et effacer");
        await page.Press("Oui, tout effacer");
        Assert.Equal("Vos réponses sont effacées", await Heading(page));
        await page.Press("Rendre l’appareil");
        await page.Press("Commencer avec une personne");
        Assert.False(await page.Locator("[name='r.connu'][value=OUN_OUI]").IsCheckedAsync());
    }

    static Task<string> Heading(IPage page) => Filling.Heading(page);

    /// <summary>With one answer: a sheet without any is kept nowhere.</summary>
    static async Task ToTheEnd(IPage page)
    {
        await page.Answer(("r.savoir", "OUN_OUI"));
        await page.Press("Suivant");
        while (!await page.Locator("#fin").IsVisibleAsync()) await page.Press("Passer cette question");
    }
}
