using System.Runtime.CompilerServices;
using Croisee.Data;
using Croisee.Framework;
using Croisee.Library.Participedia;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.OpenData;

/// <summary>The cases taken over from Participedia as a table that the import reads again. They are read twice, some at a time: first for the columns that they need, then for their lines. None comes in while the instance is served.</summary>
static class CaseTable
{
    const int Batch = 200;

    public static IReadOnlyList<TableColumn> Columns { get; } =
    [
        new(CaseColumn.Number, "Numéro du cas chez Participedia", "nombre entier"), new(CaseColumn.Original, "Langue dans laquelle il a été écrit", "code de deux lettres"), new(CaseColumn.Licence, "Licence du cas", "texte"), new(CaseColumn.Source, "D’où il vient, avec son adresse", "texte"),
        .. Crosswalks.Participedia.Where(f => f.Kept).Select(f => new TableColumn(f.Name + (f.Translated ? "_(langue)" : f.Many ? "_(numéro)" : ""), f.Ours is { } ours ? $"Champ de Participedia, proche de « {ours} » chez nous" : "Champ de Participedia, sans champ chez nous", "texte, tel qu’il vient")),
    ];

    public static async Task<TableLines> Read(IServiceScopeFactory scopes, CancellationToken stop)
    {
        var columns = new CaseColumns();
        await foreach (var batch in Batches(scopes, stop))
            foreach (var one in batch) columns.Meet(one.Read());
        return new([.. columns.Head], Batches(scopes, stop).Select(batch => batch.Select(columns.Line)));
    }

    static async IAsyncEnumerable<IReadOnlyList<ImportedCase>> Batches(IServiceScopeFactory scopes, [EnumeratorCancellation] CancellationToken stop)
    {
        for (var done = 0; ; done += Batch)
        {
            List<ImportedCase> batch;
            using (var scope = scopes.CreateScope()) batch = await scope.ServiceProvider.GetRequiredService<AppDb>().ImportedCases.AsNoTracking().OrderBy(c => c.Number).Skip(done).Take(Batch).ToListAsync(stop);
            if (batch.Count > 0) yield return batch;
            if (batch.Count < Batch) yield break;
        }
    }
}
