using Croisee.Tests;
using Croisee.Tests.House;
using Microsoft.Playwright;

namespace Croisee.Browser;

/// <summary>The product with one organisation and one of everything, and a browser for each of its people.</summary>
public sealed class SamplePlace : RoamingPlace
{
    internal Samples Sample { get; private set; } = null!;
    internal IReadOnlyList<ScreenLine> Screens { get; private set; } = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Sample = await new Samples(this, "la Maison A").Build();
        Screens = [.. (await ScreenList.Read(this)).Where(s => s.Methods.Contains("GET", StringComparison.Ordinal) && s.Route.Count(c => c == '{') == SampleRoutes.Of(s.Route).Holes.Length)];
    }

    internal async Task<IBrowserContext> As(Chromium chromium, Viewer viewer, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await chromium.Visitor(Address, scheme: scheme);
        await context.AddCookiesAsync(viewer.Cookies.Select(c => new Cookie { Name = c.Key, Value = c.Value, Domain = Address.Host, Path = "/", Secure = true, HttpOnly = true, SameSite = SameSiteAttribute.Lax }));
        return context;
    }
}
