using System.Globalization;
using Croisee.Data;
using Croisee.Experiences.Exchange;
using Croisee.Framework;

namespace Croisee.Library.OpenData;

/// <summary>
/// The public columns of a published sheet, once, for every way out: files, read API, codebook. A column enters this list because the dictionary
/// says everyone may see it (domain 1.4, « P »); contact data are in no list, not even the address that authors chose to show on their page.
/// </summary>
static class SheetColumns
{
    /// <summary>Answers to a call's own questions stay with the call; what only comes in never goes out.</summary>
    static readonly HashSet<string> Kept = ["questions_appel"];

    public static IReadOnlyList<SheetColumn> All { get; } = [.. Published, .. ExperienceFields.All.Where(IsOpen).Where(f => f.Code != "reference").Select(f => new DictionaryColumn(f)), .. Fixed, Documents, .. Since];

    static bool IsOpen(Field field) => field is { Reach: Reach.Public, Way: not Way.InOnly } && !Kept.Contains(field.Code) && !field.Code.StartsWith("contact_", StringComparison.Ordinal);

    static IEnumerable<SheetColumn> Published =>
    [
        new PublishedColumn("reference", "Référence", "texte", s => s.Reference),
        new PublishedColumn("adresse", "Adresse de la fiche, qui ne change pas", "adresse", s => s.Address),
        new PublishedColumn("version", "Numéro de la version publiée", "nombre entier", s => s.Number.ToString(CultureInfo.InvariantCulture), ValueShape.Number),
        new PublishedColumn("publiee_le", "Publiée la première fois le", "jour (AAAA-MM-JJ)", s => Day(s.PublishedAt)),
        new PublishedColumn("modifiee_le", "Version publiée le", "jour (AAAA-MM-JJ)", s => Day(s.UpdatedAt)),
        new PublishedColumn("publiee_par", "Publiée par", "texte", s => s.Content.PublishedBy),
        new PublishedColumn("appel_titre", "Titre de l’appel", "texte", s => s.Content.CallTitle),
        new PublishedColumn("licence", "Licence", "texte", _ => Sheet.Licence),
    ];

    /// <summary>What the readers fixed, or what the authors say when the readers fixed nothing: the library filters by these.</summary>
    static IEnumerable<SheetColumn> Fixed =>
    [
        new PublishedColumn("retenue", "Retenue par le groupe (un choix motivé, pas une note)", "oui ou non", s => s.Content.Remarkable ? SheetFacets.Yes : "non", ValueShape.YesNo),
        new PublishedColumn("motifs", "Motifs du groupe", "texte", s => s.Content.Motives),
        new FixedColumn("avis_minoritaires", "Avis minoritaires", null, s => s.Content.MinorityOpinions),
        new FixedColumn("degre_fixe", "Degré, après lecture", Vocabularies.Degree, s => [s.Content.Degree]),
        new FixedColumn("registres_fixes", "Registres, après lecture", Vocabularies.Register, s => s.Content.Landmarks.Registers),
        new FixedColumn("modalites_fixees", "Modalités, après lecture", Vocabularies.Modality, s => s.Content.Landmarks.Modalities),
        new FixedColumn("profondeurs_fixees", "Niveaux d’engagement (catégorisation 2), après lecture", Vocabularies.Level, s => s.Content.Levels),
        new FixedColumn("niveaux_fixes", "Niveaux dans l’organisation, après lecture", Vocabularies.Scale, s => s.Content.Landmarks.Scales),
        new FixedColumn("effets_fixes", "Effets attendus, après lecture", Vocabularies.EffectsScale, s => [s.Content.Landmarks.EffectsScale]),
        new FixedColumn("champs_parcours_fixes", "Champs du parcours, après lecture", Vocabularies.PathwayField, s => s.Content.Landmarks.PathwayFields),
        new FixedColumn("parcours_fixes", "Étapes du parcours, après lecture", Vocabularies.Pathway, s => s.Content.Landmarks.Pathways),
        new FixedColumn("publics_fixes", "Publics concernés, après lecture", Vocabularies.Public, s => s.Content.Landmarks.Publics),
        new FixedColumn("activites_fixees", "Activités, après lecture", Vocabularies.Activity, s => s.Content.Landmarks.Activities),
        new FixedColumn("espace_fixe", "Espace, après lecture", Vocabularies.Space, s => [s.Content.Landmarks.Space]),
    ];

    /// <summary>The documents of the sheet, to be fetched and to be quoted (field 45): the dictionary's own column names them only, as an import could not bring them back.</summary>
    static SheetColumn Documents => new PublishedLines("documents_publies", "Documents de la fiche, avec leur adresse", ["nom", "adresse", "ce_que_l_on_y_trouve", "droits"],
        s => s.Content.Documents.Select(d => (string?[])[d.Name, $"{s.Origin}/fichiers/{d.File}", d.Alternative, d.Rights]));

    /// <summary>What happened since the publication, as its page says it: the last news (codes only: words wait for the moderation), the links that are shown, the reading of its easy text.</summary>
    static IEnumerable<SheetColumn> Since =>
    [
        new FixedColumn("nouvelles_etat", "Dernières nouvelles : ce que devient l’expérience", Vocabularies.News, s => [s.Company.LastNews?.Said]),
        new PublishedColumn("nouvelles_le", "Jour des dernières nouvelles", "jour (AAAA-MM-JJ)", s => s.Company.LastNews is { } last ? Day(last.At) : null),
        new FixedColumn("nouvelles_motif_arret", "Si elle s’est arrêtée : pourquoi", Vocabularies.StopReason, s => [s.Company.LastNews?.Reason]),
        new PublishedColumn("nouvelles_mois_arret", "Si elle s’est arrêtée : quel mois", "mois (AAAA-MM)", s => s.Company.LastNews?.StoppedMonth?.ToString("yyyy-MM", CultureInfo.InvariantCulture)),
        new PublishedColumn("nouvelles_copiee", "Copiée ailleurs, disent les dernières nouvelles", "oui ou non", s => s.Company.LastNews is { } last ? last.Copied ? SheetFacets.Yes : "non" : null, ValueShape.YesNo),
        new FixedColumn("liens_publies", "Méthodes, structures et fiches auxquelles elle tient, avec leur adresse", null, s => s.Company.Links),
        new PublishedColumn("structure_page", "Page de la structure : la même pour toutes ses fiches, sous tous ses noms et dans tous ses lieux", "adresse", s => s.Company.Structure),
        new FixedColumn("facile_etat", "État du résumé facile à lire", Vocabularies.EasyReadState, s => [s.Easy.Code]),
        new PublishedColumn("facile_accords", "Personnes qui ont tout compris du résumé facile", "nombre entier", s => s.Easy.Code is null ? null : s.Easy.Approvals.ToString(CultureInfo.InvariantCulture), ValueShape.Number),
    ];

    static string Day(DateTime utc) => utc.ParisDay().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
