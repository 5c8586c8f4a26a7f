using System.Reflection;
using Croisee.People;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Croisee.Tests.House;

/// <summary>A page as the running product knows it.</summary>
sealed record ScreenLine(string Route, string View, string Methods, Type Model, AudienceAttribute? Audience, IReadOnlyList<string> Handlers)
{
    public string Described => Audience is null ? "?" : Audience.Roles.Count == 0 ? Audience.Audience.ToString() : $"{Audience.Audience}({string.Join(", ", Audience.Roles.Order())})";
}

/// <summary>Every address the product answers to, asked of its endpoints and not of its files.</summary>
static class ScreenList
{
    public static IReadOnlyList<RouteEndpoint> Endpoints(Place place) =>
        [.. place.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null).OrderBy(e => e.RoutePattern.RawText, StringComparer.Ordinal)];

    public static async Task<IReadOnlyList<ScreenLine>> Read(Place place)
    {
        var loader = place.App.Services.GetRequiredService<PageLoader>();
        var screens = new List<ScreenLine>();
        foreach (var endpoint in Endpoints(place))
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } descriptor) continue;
            var page = await loader.LoadAsync(descriptor, EndpointMetadataCollection());
            var handlers = page.HandlerMethods.Select(h => h.MethodInfo.Name).Order(StringComparer.Ordinal).ToList();
            var methods = string.Join(' ', page.HandlerMethods.Select(h => h.HttpMethod.ToUpperInvariant()).Distinct().Order(StringComparer.Ordinal));
            screens.Add(new("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), page.RelativePath, methods, page.ModelTypeInfo ?? page.PageTypeInfo, page.ModelTypeInfo?.GetCustomAttribute<AudienceAttribute>(), handlers));
        }
        return screens;

        static Microsoft.AspNetCore.Http.EndpointMetadataCollection EndpointMetadataCollection() => Microsoft.AspNetCore.Http.EndpointMetadataCollection.Empty;
    }
}
