using Croisee.Framework;
using Croisee.Library.OpenData;
using Croisee.Library.Reading;
using Croisee.Words;

namespace Croisee.Library;

/// <summary>
/// The tables of numbers that are given as files: what their columns hold. Their last columns say of which search, and whether it was widened: a file is
/// read without the page that said so.
/// </summary>
static class CountsTable
{
    public const string Widened = "recherche_elargie", WidenedLabel = "Aucune fiche ne contient tous les mots demandés : celle-ci en contient une partie";

    public static TableShape Map { get; } = Of("carte", MapColumns(null, null));

    public static TableShape Shares { get; } = Of("parts",
        new("repere", "Repère, par son nom dans les adresses", "texte"), new("mot_du_repere", "Repère", "texte"), new("code", "Code du mot", "code"), new("mot", "Mot", "texte"),
        new("fiches", "Nombre de fiches qui le disent", TableColumn.Whole), new("fiches_comptees", "Nombre de fiches comptées", TableColumn.Whole), new("part", "Part des fiches comptées", TableColumn.Fraction));

    public static TableShape Regions { get; } = Of("fiches-par-region", new("code_region", "Région", "code", Vocabularies.Region), new("region", "Région, en mots", "texte"), new("fiches", "Nombre de fiches", TableColumn.Whole));

    public static TableShape Departments { get; } = Of("fiches-par-departement",
        new("code_region", "Région", "code", Vocabularies.Region), new("region", "Région, en mots", "texte"), new("code_departement", "Département", "code", Vocabularies.Department), new("departement", "Département, en mots", "texte"),
        new("fiches", "Nombre de fiches", TableColumn.Whole));

    public static TableShape Brakes { get; } = Of("freins-et-leviers",
        new("code_frein", "Frein", "code", Vocabularies.Get("V-FREIN")), new("frein", "Frein, en mots", "texte"), new("fiches_frein", "Nombre de fiches qui racontent ce frein", TableColumn.Whole),
        new("code_levier", "Levier", "code", Vocabularies.Get("V-LEVIER")), new("levier", "Levier, en mots", "texte"), new("fiches_levier", "Nombre de fiches qui racontent ce levier", TableColumn.Whole),
        new("fiches_ensemble", "Nombre de fiches qui racontent les deux", TableColumn.Whole), new("attendu", "Nombre attendu si l’un n’avait pas de rapport avec l’autre", TableColumn.Fraction), new("rapport", "Ensemble, pour un attendu", TableColumn.Fraction),
        new("fiches_avec_frein_et_levier", "Nombre de fiches qui racontent au moins un frein et un levier", TableColumn.Whole), new("fiches_lues", "Nombre de fiches comptées", TableColumn.Whole),
        new("peu_de_fiches", "Trop peu de fiches pour en tirer une règle", TableColumn.YesNo), new("adresse_des_fiches", "Liste des fiches qui racontent les deux", "adresse"));

    public static IReadOnlyList<TableShape> All { get; } = [Map, Shares, Regions, Departments, Brakes];

    /// <summary>A map knows the vocabularies of its two landmarks, so that its file can hold their codes.</summary>
    public static TableShape MapOf(SheetFacet rows, SheetFacet columns) => Of(Map.Code, MapColumns(rows, columns));

    static TableColumn[] MapColumns(SheetFacet? rows, SheetFacet? columns) =>
    [
        new("lignes", "Repère des lignes, par son nom dans les adresses", "texte"), new("code_ligne", "Code de la ligne", "code", VocabularyOf(rows)), new("ligne", "Ligne, en mots", "texte"),
        new("colonnes", "Repère des colonnes, par son nom dans les adresses", "texte"), new("code_colonne", "Code de la colonne", "code", VocabularyOf(columns)), new("colonne", "Colonne, en mots", "texte"),
        new("fiches", "Nombre de fiches", TableColumn.Whole), new("case_blanche", "Moins de deux fiches là où il peut y en avoir", TableColumn.YesNo),
    ];

    static Vocabulary? VocabularyOf(SheetFacet? facet) => facet?.Vocabulary is { } code ? Vocabularies.Get(code) : null;

    static TableShape Of(string code, params TableColumn[] own) => new(code,
        [.. own, new("recherche", "Adresse de la liste des fiches comptées", "adresse"), new(Widened, "Aucune fiche ne contient tous les mots demandés : sont comptées celles qui en contiennent une partie", TableColumn.YesNo)]);

    /// <param name="origin">Before the address of the search.</param>
    /// <param name="counted">The search whose sheets were counted.</param>
    public static IEnumerable<string[]> Rows(IEnumerable<string[]> own, string origin, LibraryAddress counted, bool widened) => own.Select(r => (string[])[.. r, origin + counted.Href(), widened ? "oui" : "non"]);

    public static string Number(int count) => count.ToString(Localizer.French);
}
