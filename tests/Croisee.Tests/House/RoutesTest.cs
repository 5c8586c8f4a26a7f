using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace Croisee.Tests.House;

/// <summary>Addresses are promises: a change of the table is seen in the diff, or it does not pass.</summary>
public sealed class RoutesTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task Keeps_the_table_of_addresses_as_committed()
    {
        var pages = (await ScreenList.Read(place)).Select(s => $"{s.Route}\t{s.Methods}\t{s.Described}\t{s.View}");
        var others = ScreenList.Endpoints(place).Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is null)
            .Select(e => $"/{e.RoutePattern.RawText!.TrimStart('/')}\t{string.Join(' ', e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Order() ?? Enumerable.Empty<string>())}\t(no page)\t{e.DisplayName}");
        var table = "# address\tmethods\taudience\tview: written by bin/routes. Addresses never change once released.\n" + string.Concat(pages.Concat(others).Order(StringComparer.Ordinal).Select(l => l + "\n"));
        Repo.Hold("tests/Croisee.Tests/House/routes.txt", table, "If an address, its audience or its methods changed on purpose, run bin/routes and commit the table; a released address is redirected, never dropped.");
    }
}
