using System.Runtime.CompilerServices;
using Croisee.Data;
using Croisee.Experiences.Exchange;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.OpenData;

/// <summary>The methods, tools and structures that published sheets name, one a line, with the sheets that say so. What none names any more is not there, as it has no page.</summary>
static class MethodsTable
{
    const int Batch = 200;

    public static IReadOnlyList<TableColumn> Columns { get; } =
    [
        new("methode", "Référence de la méthode, de l’outil ou de la structure", "texte"), new("adresse", "Adresse de sa page", "adresse"), new("sorte", "Ce que c’est", "methode, outil ou structure"), new("nom", "Son nom", "texte"),
        new("resume", "Ce que c’est, en quelques mots", "texte"), new("expliquee_a", "Où c’est expliqué, hors du répertoire", "adresse"),
        new("fiches_qui_l_utilisent", "Références des fiches qui l’utilisent", Packed), new("fiches_qui_l_adaptent", "Références des fiches qui en sont adaptées", Packed), new("fiches_qu_elle_porte", "Références des fiches qu’elle porte", Packed),
        new("references_reunies", "Références qu’elle avait sous d’autres noms, réunis à celui-ci : leurs adresses mènent à la sienne", Packed),
    ];

    const string Packed = "textes séparés par « | »";

    public static TableLines Read(IServiceScopeFactory scopes, string origin, CancellationToken stop) => new([.. Columns.Select(c => c.Code)], Lines(scopes, origin, stop));

    static async IAsyncEnumerable<IEnumerable<IEnumerable<string?>>> Lines(IServiceScopeFactory scopes, string origin, [EnumeratorCancellation] CancellationToken stop)
    {
        var ids = await Asked(db => db.Methods.OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).Select(m => m.Id).ToListAsync(stop));
        foreach (var some in ids.Chunk(Batch)) yield return await Asked(db => Of(db, some, origin, stop));

        async Task<T> Asked<T>(Func<AppDb, Task<T>> ask)
        {
            using var scope = scopes.CreateScope();
            return await ask(scope.ServiceProvider.GetRequiredService<AppDb>());
        }
    }

    static async Task<List<string?[]>> Of(AppDb db, Guid[] some, string origin, CancellationToken stop)
    {
        var sheets = db.Sheets;
        var found = await db.Methods.AsNoTracking().Where(m => some.Contains(m.Id)).ToDictionaryAsync(m => m.Id, stop);
        var named = (await db.SheetLinks.AsNoTracking().Where(l => l.MethodId != null && some.Contains(l.MethodId.Value) && l.State == ModerationState.Shown)
            .Join(sheets.Where(s => s.WithdrawnAt == null), l => l.SheetId, s => s.Id, (l, s) => new { Method = l.MethodId!.Value, l.Relation, s.Reference }).Distinct().ToListAsync(stop)).ToLookup(l => l.Method);
        var former = (await db.FormerMethods.AsNoTracking().Where(f => some.Contains(f.MethodId)).ToListAsync(stop)).ToLookup(f => f.MethodId, f => f.Reference);
        string Sheets(Guid method, LinkRelation relation) => PackedCell.Pack(named[method].Where(l => l.Relation == relation).Select(l => l.Reference).Order(StringComparer.Ordinal));
        return [.. some.Where(id => found.ContainsKey(id) && named.Contains(id)).Select(id => found[id]).Select(m => (string?[])
            [m.Reference, $"{origin}/repertoire/methodes/{m.Reference}", Kind(m.Kind), m.Name, m.Summary, m.Address, Sheets(m.Id, LinkRelation.Uses), Sheets(m.Id, LinkRelation.AdaptedFrom), Sheets(m.Id, LinkRelation.CarriedBy), PackedCell.Pack(former[m.Id].Order(StringComparer.Ordinal))])];
    }

    static string Kind(MethodKind kind) => kind switch { MethodKind.Method => "methode", MethodKind.Tool => "outil", _ => "structure" };
}
