using Croisee.Library.Kinship;

namespace Croisee.Library;

/// <summary>
/// Searching with a choice of structures. Which sheets an organisation told changes when the moderation says that two names are one, without any sheet changing: so it is
/// read from the rows at each question, for the structures that are asked only, and the index holds nothing of it.
/// </summary>
sealed class SearchOfStructures(SheetSearch search, IServiceScopeFactory scopes) : ISheetSearch
{
    public async Task<SearchAnswer> AskAsync(SearchQuestion question, CancellationToken stop = default) => await search.AskAsync(await Among(question), stop);

    public async Task<SearchCrossing> CrossAsync(SearchQuestion question, string rows, string columns, CancellationToken stop = default) => await search.CrossAsync(await Among(question), rows, columns, stop);

    public Task<IReadOnlyList<NearSheet>> NearAsync(NearQuestion question, CancellationToken stop = default) => search.NearAsync(question, stop);

    public async Task<SearchWalk> WalkAsync(SearchQuestion question, int after, int most, CancellationToken stop = default) => await search.WalkAsync(await Among(question), after, most, stop);

    async Task<SearchQuestion> Among(SearchQuestion question)
    {
        if (question.Filters?.GetValueOrDefault(SheetFacets.Structure) is not { Count: > 0 } codes) return question;
        using var scope = scopes.CreateScope();
        var numbers = await scope.ServiceProvider.GetRequiredService<StructureBook>().NumbersOf(codes);
        return question with { Filters = question.Filters.Where(f => f.Key != SheetFacets.Structure).ToDictionary(f => f.Key, f => f.Value), Among = numbers };
    }
}
