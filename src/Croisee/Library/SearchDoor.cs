using Croisee.Data;

namespace Croisee.Library;

/// <summary>Registers searching for the room's door, and reads the library behind the first page rather than before it.</summary>
public static class SearchDoor
{
    public static void AddSheetSearch(this IServiceCollection services)
    {
        services.AddSingleton<SearchedSheetRows>();
        services.AddSingleton<SheetSearch>();
        services.AddSingleton<ISheetSearch, SearchOfStructures>();
        services.AddSingleton(new Preparation(provider =>
        {
            // Not awaited: a reader who comes first waits for the rest of it, and if it fails tries again.
            _ = Task.Run(() => provider.GetRequiredService<SheetSearch>().CatchUpAsync());
            return Task.CompletedTask;
        }));
    }
}
