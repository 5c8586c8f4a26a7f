using Croisee.Data;
using Croisee.Experiences;
using Croisee.People;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Site.Demo;

/// <summary>Says on the console where the demonstration begins, and two private codes to try.</summary>
public static class GreetDemo
{
    static readonly string[] Told = ["recruter-ensemble", "jardin-partage"];

    public static async Task Say(IServiceProvider services)
    {
        if (!services.GetRequiredService<DemoMode>().On) return;
        var origin = services.GetRequiredService<Settings>().Origin;
        Console.WriteLine($"Entrer comme… : {origin}/demo");
        using var scope = services.CreateScope();
        foreach (var code in await Known(scope.ServiceProvider.GetRequiredService<AppDb>()))
            if (Told.Contains(code.Key)) Console.WriteLine($"Code à essayer sur {origin}/suivre : {code.Code} ({code.Sentence})");
    }

    /// <summary>The codes that still open something: an author may have renewed theirs.</summary>
    public static async Task<IReadOnlyList<DemoCode>> Known(AppDb db)
    {
        var byHash = DemoCodes.All.ToDictionary(c => SpokenCode.Hash(SpokenCode.Read(c.Code)!));
        var hashes = byHash.Keys.ToList();
        var open = await db.Authors.AsNoTracking().Where(a => hashes.Contains(a.CodeHash) && a.EndedAt == null).Select(a => a.CodeHash).ToListAsync();
        return [.. DemoCodes.All.Where(c => open.Any(h => byHash[h] == c))];
    }
}
