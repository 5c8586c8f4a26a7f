namespace Croisee.Tests.House;

/// <summary>One organisation with one of everything that has an address, and what each is called there.</summary>
sealed record Side(IReadOnlyDictionary<Thing, string> Names)
{
    /// <summary>Names of the same shape and length with nothing behind them: what a curious person types.</summary>
    public Side Absent() => new(Names.ToDictionary(n => n.Key, n => Guid.TryParse(n.Value, out _) ? Guid.CreateVersion7().ToString() : n.Value[..^4] + "zzzz"));

    /// <summary>The address of a route with this side's names in its holes, in order.</summary>
    public string PathOf(string route)
    {
        var holes = new Queue<string>(SampleRoutes.Of(route).Holes.Select(h => h.Thing is { } thing ? Names[thing] : h.Word!));
        return "/" + string.Join('/', route.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Contains('{', StringComparison.Ordinal) ? holes.Dequeue() : p));
    }
}
