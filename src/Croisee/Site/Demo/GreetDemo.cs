using Croisee.Data;
using Croisee.Experiences;
using Croisee.People;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Site.Demo;

public sealed record DemoRole(Role Role, string Organisation);

/// <summary>Somebody whom the demonstration lets one enter as, and what to try.</summary>
public sealed record DemoPerson(Guid Id, string Name, string Hint, List<DemoRole> Roles);

/// <summary>Says on the console who may be entered as, what to try as each, where, and two private codes.</summary>
public static class GreetDemo
{
    static readonly string[] Told = ["recruter-ensemble", "jardin-partage"];

    public static async Task Say(IServiceProvider services)
    {
        if (!services.GetRequiredService<DemoMode>().On) return;
        var origin = services.GetRequiredService<Settings>().Origin;
        using var scope = services.CreateScope();
        foreach (var line in await Lines(scope.ServiceProvider.GetRequiredService<AppDb>(), origin)) Console.WriteLine(line);
    }

    public static async Task<IReadOnlyList<string>> Lines(AppDb db, string origin)
    {
        var persons = await Persons(db);
        return
        [
            $"Entrer comme… (sans mot de passe) : {origin}/demo", .. persons.Select(p => $"  {p.Name}{(p.Roles.Count == 0 ? "" : $" ({string.Join(", ", p.Roles.Select(r => r.Role.Label()).Distinct())})")} : {p.Hint}"),
            .. (await Known(db)).Where(c => Told.Contains(c.Key)).Select(c => $"Code à essayer sur {origin}/suivre : {c.Code} ({c.Sentence})"),
        ];
    }

    /// <summary>The fictional persons: those with a hint, in the order of the story.</summary>
    public static async Task<IReadOnlyList<DemoPerson>> Persons(AppDb db)
    {
        var grants = db.Grants;
        return await db.Persons.AsNoTracking().Where(p => p.DemoHint != null && p.DisabledAt == null).OrderBy(p => p.CreatedAt).ThenBy(p => p.Id)
            .Select(p => new DemoPerson(p.Id, p.DisplayName, p.DemoHint!, grants.Where(g => g.PersonId == p.Id && g.EndedAt == null).Select(g => new DemoRole(g.Role, g.Organisation.Name)).ToList())).ToListAsync();
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
