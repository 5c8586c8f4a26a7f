using Croisee.Browser;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Chromium))]
// One machine, one browser: tests that wait for pages must not wait for each other's.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Croisee.Browser;

/// <summary>One real browser for the whole run. Where there is none, tests say so and are skipped.</summary>
public sealed class Chromium : IAsyncLifetime
{
    static readonly string Executable = Environment.GetEnvironmentVariable("CROISEE_CHROMIUM") ?? "/usr/bin/chromium";
    static readonly string[] Quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
    const int PatienceMs = 60_000;

    /// <summary>For another program that starts a browser itself.</summary>
    public string Program
    {
        get
        {
            Assert.SkipWhen(browser is null, $"No browser at {Executable}: install Chromium, or set CROISEE_CHROMIUM to one.");
            return Executable;
        }
    }

    IPlaywright? playwright;
    IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Executable)) return;
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(PatienceMs);
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = Quiet, Timeout = PatienceMs });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>A visitor with nothing yet: no cookie, no storage.</summary>
    public async Task<IBrowserContext> Visitor(Uri address, bool javaScript = true, ColorScheme scheme = ColorScheme.Light, int width = 1280)
    {
        Assert.SkipWhen(browser is null, $"No browser at {Executable}: install Chromium, or set CROISEE_CHROMIUM to one.");
        var context = await browser.NewContextAsync(new() { BaseURL = address.ToString(), JavaScriptEnabled = javaScript, ColorScheme = scheme, Locale = "fr-FR", TimezoneId = "Europe/Paris", ViewportSize = new() { Width = width, Height = 900 } });
        context.SetDefaultTimeout(PatienceMs);
        return context;
    }
}
