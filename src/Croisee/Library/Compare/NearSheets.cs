using Croisee.Data;
using Croisee.Framework;
using Croisee.Words;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Compare;

/// <summary>A suggestion: a sheet, and in words why it is near.</summary>
public sealed record Suggestion(string Reference, string Title, string Why);

/// <summary>« Proches de celle-ci »: the sheets that share most with one, each with its reasons.</summary>
public sealed class NearSheets(AppDb db, ISheetSearch search, Labels labels, Localizer words)
{
    const int LabelsSaid = 2, FieldsSaid = 3, WordsSaid = 3;

    /// <summary>« même public », or « mêmes publics » when several are shared.</summary>
    static readonly Dictionary<string, (string One, string Many)> Said = new()
    {
        ["public"] = ("même public : {0}", "mêmes publics : {0}"), [SheetFacets.Brake] = ("même frein : {0}", "mêmes freins : {0}"),
        ["registre"] = ("même forme d’engagement : {0}", "mêmes formes d’engagement : {0}"), ["activite"] = ("même activité : {0}", "mêmes activités : {0}"),
        ["contexte"] = ("même contexte : {0}", "mêmes contextes : {0}"), [SheetFacets.Lever] = ("même levier : {0}", "mêmes leviers : {0}"),
        ["parcours"] = ("même étape du parcours : {0}", "mêmes étapes du parcours : {0}"), [SheetFacets.Cell] = ("même case de la grille : {0}", "mêmes cases de la grille : {0}"),
        ["secteur"] = ("même secteur : {0}", "mêmes secteurs : {0}"), ["degre"] = ("même degré : {0}", "mêmes degrés : {0}"),
        ["organisation"] = ("même type de structure : {0}", "mêmes types de structure : {0}"), ["niveau"] = ("même niveau : {0}", "mêmes niveaux : {0}"),
        ["region"] = ("même région : {0}", "mêmes régions : {0}"),
    };

    /// <param name="without">Not to be suggested.</param>
    public async Task<IReadOnlyList<Suggestion>> To(Guid sheet, SheetContent content, int most, CancellationToken stop, IReadOnlySet<Guid>? without = null)
    {
        var near = await search.NearAsync(new(sheet, [.. SheetFacets.CodesOf(content).Where(c => !Vocabularies.IsOther(c.Code))], OwnWords.Of(content, labels.Book), most, without), stop);
        if (near.Count == 0) return [];
        var ids = near.Select(n => n.Id).ToList();
        var rows = await db.Sheets.AsNoTracking().Where(s => ids.Contains(s.Id) && s.WithdrawnAt == null).Select(s => new { s.Id, s.Reference, s.Title }).ToDictionaryAsync(s => s.Id, stop);
        return [.. near.Where(n => rows.ContainsKey(n.Id)).Select(n => new Suggestion(rows[n.Id].Reference, rows[n.Id].Title, Why(n, labels, words)))];
    }

    /// <summary>« Même public : personnes âgées ; même frein : manque de temps ; mots : jardin, repas ».</summary>
    public static string Why(NearSheet near, Labels labels, Localizer words)
    {
        var reasons = near.Codes.GroupBy(c => c.Field).Take(FieldsSaid).Select(g => Reason(g.Key, [.. g.Select(c => SheetFacets.Find(g.Key)!.LabelOf(c.Code, labels, words))], words)).ToList();
        if (near.Words.Count > 0) reasons.Add(words["mots : {0}", string.Join(", ", near.Words.Take(WordsSaid))]);
        var why = string.Join(" ; ", reasons).Typeset();
        return why.Length == 0 ? why : char.ToUpper(why[0], Localizer.French) + why[1..];
    }

    static string Reason(string field, IReadOnlyList<string> held, Localizer words) =>
        words[held.Count == 1 ? Said[field].One : Said[field].Many, string.Join(", ", held.Take(LabelsSaid)) + (held.Count > LabelsSaid ? "…" : "")];
}
