using System.Globalization;
using System.Runtime.CompilerServices;
using Croisee.Data;
using Croisee.Library.Collections;
using Croisee.People;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.OpenData;

/// <summary>The published collections: a line for each of their sheets that can be read, in their order. One whose sheets all left has a line of its own, as it has a page.</summary>
static class CollectionsTable
{
    const int Batch = 50;

    public static IReadOnlyList<TableColumn> Columns { get; } =
    [
        new("dossier", "Référence du dossier", "texte"), new("adresse", "Adresse du dossier", "adresse"), new("titre", "Titre du dossier", "texte"), new("introduction", "Introduction du dossier", "texte"),
        new("publie_par", "La structure qui le publie", "texte"), new("modifie_le", "Modifié le", "jour (AAAA-MM-JJ)"),
        new("place", "Place de la fiche dans le dossier", "nombre entier"), new("reference", "Référence de la fiche", "texte"), new("fiche", "Titre de la fiche", "texte"), new("note", "Pourquoi elle est dans ce dossier", "texte"),
    ];

    public static TableLines Read(IServiceScopeFactory scopes, string origin, CancellationToken stop) => new([.. Columns.Select(c => c.Code)], Lines(scopes, origin, stop));

    /// <summary>Each batch is asked again of the rows: what is published no more, or was withdrawn meanwhile, is not there.</summary>
    static async IAsyncEnumerable<IEnumerable<IEnumerable<string?>>> Lines(IServiceScopeFactory scopes, string origin, [EnumeratorCancellation] CancellationToken stop)
    {
        var ids = await Read(db => db.Collections.Where(c => c.Reach == CollectionReach.Published).OrderBy(c => c.CreatedAt).ThenBy(c => c.Id).Select(c => c.Id).ToListAsync(stop));
        foreach (var some in ids.Chunk(Batch)) yield return await Read(db => Of(db, some, origin, stop));

        async Task<T> Read<T>(Func<AppDb, Task<T>> read)
        {
            using var scope = scopes.CreateScope();
            return await read(scope.ServiceProvider.GetRequiredService<AppDb>());
        }
    }

    static async Task<List<string?[]>> Of(AppDb db, IReadOnlyList<Guid> some, string origin, CancellationToken stop)
    {
        var found = await db.Collections.AsNoTracking().Include(c => c.Entries).Where(c => some.Contains(c.Id) && c.Reach == CollectionReach.Published).ToDictionaryAsync(c => c.Id, stop);
        var (owners, held) = (found.Values.Select(c => c.OrganisationId).ToList(), found.Values.SelectMany(c => c.Entries.Select(e => e.SheetId)).Distinct().ToList());
        var names = await db.Organisations.AsNoTracking().Where(o => owners.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, stop);
        var sheets = await db.Sheets.AsNoTracking().Where(s => held.Contains(s.Id) && s.WithdrawnAt == null).Select(s => new { s.Id, s.Reference, s.Title }).ToDictionaryAsync(s => s.Id, stop);
        var lines = new List<string?[]>();
        foreach (var one in some.Where(found.ContainsKey).Select(i => found[i]))
        {
            string?[] about = [one.Reference, $"{origin}/dossiers/{one.Reference}", one.Title, one.Introduction, one.OrganisationId is { } owner ? names.GetValueOrDefault(owner) : null, one.UpdatedAt.ParisDay().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)];
            var readable = one.Entries.Where(e => sheets.ContainsKey(e.SheetId)).OrderBy(e => e.Position).ToList();
            if (readable.Count == 0) lines.Add([.. about, null, null, null, null]);
            lines.AddRange(readable.Select(e => (string?[])[.. about, e.Position.ToString(CultureInfo.InvariantCulture), sheets[e.SheetId].Reference, sheets[e.SheetId].Title, e.Note]));
        }
        return lines;
    }
}
