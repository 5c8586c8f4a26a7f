using Croisee.People;
using Croisee.Tests;
using Croisee.Tests.House;
using Microsoft.Playwright;

namespace Croisee.Browser;

/// <summary>The product with one organisation and one of everything, and a browser for each of its people.</summary>
public class SamplePlace : RoamingPlace
{
    internal Samples Sample { get; private set; } = null!;
    internal IReadOnlyList<ScreenLine> Screens { get; private set; } = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Sample = await new Samples(this, "la Maison A").Build();
        Screens = [.. (await ScreenList.Read(this)).Where(s => s.Methods.Contains("GET", StringComparison.Ordinal) && s.Route.Count(c => c == '{') == SampleRoutes.Of(s.Route).Holes.Length)];
    }

    /// <summary>A public page is looked at once, without account; a page of one's account, as a member; the others by each who may read them.</summary>
    internal IEnumerable<ScreenLine> ScreensFor(Viewer viewer) => Screens.Where(s => s.Sees(viewer) && s.Audience!.Audience switch
    {
        Audience.Public or Audience.Demo => viewer.Kind is ViewerKind.Anonymous || viewer.Kind is ViewerKind.Member && s.Route == "/",
        Audience.Person when SampleRoutes.Of(s.Route).Sight is Sight.ByAudience => viewer.Kind is ViewerKind.Member,
        _ => true,
    });

    internal async Task<IBrowserContext> As(Chromium chromium, Viewer viewer, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await chromium.Visitor(Address, scheme: scheme);
        await context.AddCookiesAsync(viewer.Cookies.Select(c => new Cookie { Name = c.Key, Value = c.Value, Domain = Address.Host, Path = "/", Secure = true, HttpOnly = true, SameSite = SameSiteAttribute.Lax }));
        return context;
    }
}
