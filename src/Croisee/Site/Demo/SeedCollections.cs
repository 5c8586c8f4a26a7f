using Croisee.Library;
using Croisee.Library.Collections;
using Croisee.Library.Watching;

namespace Croisee.Site.Demo;

/// <summary>A collection that everybody reads, one still private, and a search that somebody follows.</summary>
static class SeedCollections
{
    static readonly (string Experience, string Note)[] Trained =
    [
        ("croisement-savoirs", "La méthode la plus ancienne du dossier : on y voit combien la préparation compte."),
        ("patients-enseignants", "Ici ce sont des patients qui enseignent, avec un statut et une paie."),
        ("pairsvie", "Des pairs formés à leur tour : lire surtout ce qui est dit des moyens."),
        ("mediateurs-pairs", "À lire en dernier : ce que devient la place des pairs dans une équipe."),
    ];

    public static void Run(DemoStage stage, IReadOnlyDictionary<string, Sheet> sheets)
    {
        var (owner, at) = (stage.Organiser, stage.At(-2));
        var shown = new Collection(Guid.CreateVersion7(), owner, "Se former ensemble", "Quatre expériences où des personnes concernées et des professionnels apprennent les uns des autres.\n\nPour une équipe qui prépare sa première formation commune : chaque fiche a une note qui dit quoi y chercher.", at);
        foreach (var (experience, note) in Trained.Where(t => sheets.ContainsKey(t.Experience)))
        {
            shown.Add([sheets[experience].Id], at);
            shown.Note(sheets[experience].Id, note, at);
        }
        shown.Publish(stage.Organisations["autorite"].Id, at);
        var kept = new Collection(Guid.CreateVersion7(), owner, "À relire avant la réunion de mars", null, at);
        kept.Add(sheets.Values.Take(2).Select(s => s.Id), at);
        foreach (var collection in new[] { shown, kept })
        {
            stage.Db.Collections.Add(collection);
            stage.Record(at, Library.Acts.CollectionMade, collection);
        }
        stage.Db.SavedSearches.Add(new SavedSearch(owner, "Les fiches sur l’hébergement", "q=h%C3%A9bergement", SearchPace.Weekly, at));
    }
}
