using System.Globalization;
using Croisee.Experiences;
using System.Text.RegularExpressions;
using Croisee.Experiences.Answers;
using Croisee.Framework;
using Croisee.Words;

namespace Croisee.Library;

/// <summary>A way to narrow the library: its name in addresses, what people read, and the closed list its codes come from (none: years, yes, cells of the grid, addresses of calls).</summary>
/// <param name="Listed">Offered beside the list of sheets; the others are reached from the maps, the analysis and the page of a call.</param>
/// <param name="IsAxis">May be crossed on a map.</param>
/// <param name="Own">A short list of its own, where several codes of a vocabulary mean one thing: code and words.</param>
public sealed partial record SheetFacet(string Field, string Label, string? Vocabulary = null, bool Listed = true, bool IsAxis = true, IReadOnlyList<(string Code, string Words)>? Own = null)
{
    /// <summary>Whether those may be asked for that say nothing here: of all that a map may cross, and of the departments.</summary>
    bool MayBeUnsaid => IsAxis || Field == SheetFacets.Department;

    public bool Knows(string code) => code == SheetFacets.Unsaid && MayBeUnsaid || KnowsSaid(code);

    bool KnowsSaid(string code) => Own is not null ? Own.Any(o => o.Code == code) : Field switch
    {
        SheetFacets.Year => int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and < 2100,
        SheetFacets.Remarkable or SheetFacets.Complete => code == SheetFacets.Yes,
        SheetFacets.Cell => Grid.Find(code) is not null,
        SheetFacets.Call => Slug().IsMatch(code),
        SheetFacets.Structure => code.Length <= StructureCodeMax && StructureCode().IsMatch(code),
        _ => Framework.Vocabularies.Get(Vocabulary!).Has(code),
    };

    /// <summary>The form that the address of a call has: whoever types another is told; a call that is not there has no sheet.</summary>
    [GeneratedRegex(@"\A[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?\z", RegexOptions.None, 1000)]
    private static partial Regex Slug();

    const int StructureCodeMax = 320;

    /// <summary>A name, and behind two dashes a place (<see cref="StructureEnd.Code"/>).</summary>
    const string StructureForm = "[a-z0-9]+(?:-[a-z0-9]+)*(?:--[a-z0-9]+(?:-[a-z0-9]+)*)?";

    [GeneratedRegex(@"\A" + StructureForm + @"\z", RegexOptions.NonBacktracking)]
    private static partial Regex StructureCode();

    /// <summary>The form of its codes and what they mean, for whoever writes addresses; none where they are listed or plain.</summary>
    public (string Pattern, int Longest, string Means)? Form => Field != SheetFacets.Structure ? null
        : ("^" + StructureForm + "$", StructureCodeMax, "le nom tel que l’écrit l’adresse de sa page, par exemple foyer-saint-eloi, et derrière deux tirets son lieu, par exemple foyer-saint-eloi--brest-r53 ou foyer-saint-eloi--sans-lieu ; le nom seul dit toutes celles qui le portent");

    /// <summary>All its codes in their order; none when they are not a closed list.</summary>
    public IEnumerable<string> Codes => Field == SheetFacets.Cell ? Grid.Cells.Select(c => c.Code) : Own is not null ? Own.Select(o => o.Code) : Vocabulary is null ? [] : Framework.Vocabularies.Get(Vocabulary).Terms.Select(t => t.Code);

    /// <summary>The same, and what stands for those that do not say.</summary>
    public IEnumerable<string> Asked => MayBeUnsaid ? Codes.Append(SheetFacets.Unsaid) : Codes;

    public string LabelOf(string code, Labels labels, Localizer words) => code == SheetFacets.Unsaid && MayBeUnsaid ? UnsaidLabel(words) : Field == SheetFacets.Missing ? words["Reste à raconter : {0}", words[Own!.FirstOrDefault(o => o.Code == code).Words ?? code]] : Own is not null ? words[Own.FirstOrDefault(o => o.Code == code).Words ?? code] : Field switch
    {
        SheetFacets.Remarkable => words["Retenue par le groupe"],
        SheetFacets.Complete => words["Fiche complète"],
        SheetFacets.Year => words["Commencée en {0}", code],
        SheetFacets.Evaluation => words["Évaluation : {0}", labels.Of(code).ToLower(Localizer.French)],
        SheetFacets.Call or SheetFacets.Structure => code,
        SheetFacets.Cell => Grid.Find(code) is { } cell ? $"{labels.Of(cell.Level)}, {labels.Of(cell.Scale)}" : code,
        _ => labels.Of(code),
    };

    string UnsaidLabel(Localizer words) => Field switch
    {
        SheetFacets.Department => words["Département non précisé"],
        SheetFacets.PathwayField => words["Champ du parcours non précisé"],
        SheetFacets.Cell => words["Aucune modalité choisie"],
        SheetFacets.Complete => words["Fiche à compléter"],
        SheetFacets.Remarkable => words["{0} : non", words[Label]],
        _ => words["{0} : non précisé", words[Label]],
    };
}

/// <summary>The facets of the library in the order of the page, and the codes of a sheet in each.</summary>
public static class SheetFacets
{
    public const string Year = "annee", Remarkable = "remarquable", Complete = "complete", Yes = "oui", Cell = "case", Brake = "frein", Lever = "levier", Call = "appel", Department = "departement", PathwayField = "champ", Unsaid = "non-precise", WholeCountry = "R00", Training = "formation", Recognition = "reconnaissance", Evaluation = "evaluation", ReadAgain = "relecture", Missing = "manque", Level = "engagement", Structure = "structure";

    /// <summary>One more each time that <see cref="CodesOf"/> gives other codes to the same sheet, or that more of its content is kept beside it: what was published before is then read again.</summary>
    public const int Edition = 10;

    public static IReadOnlyList<SheetFacet> All { get; } =
    [
        new("contexte", "Contexte", "V-CONTEXTE"),
        new("public", "Public concerné", "V-PUBLIC"),
        new("region", "Région", "V-REGION"),
        new("degre", "Degré de participation", "V-DEGRE"),
        new("registre", "Forme d’engagement", "V-REGISTRE"),
        new(Remarkable, "Retenue par le groupe"),
        new("secteur", "Secteur", "V-SECTEUR"),
        new("organisation", "Type d’organisation", "V-ORG-TYPE"),
        new("niveau", "Niveau", "V-NIVEAU"),
        new(Level, "Niveau d’engagement", "V-LEVEL5"),
        new("activite", "Activité", "V-ACTIVITE"),
        new(PathwayField, "Champ du parcours", "V-CHAMP"),
        new("espace", "Espace", "V-ESPACE"),
        new(Year, "Année de début"),
        new(Complete, "Fiches complètes"),
        new(Cell, "Case de la grille", Listed: false),
        new("parcours", "Étape du parcours", "V-PARCOURS", Listed: false),
        new("effets", "Effets attendus", "V-EFFET-ECHELLE", Listed: false),
        new(Brake, "Frein", "V-FREIN", Listed: false),
        new(Lever, "Levier", "V-LEVIER", Listed: false),
        new(Training, "Formation", Listed: false, Own: SheetShares.Training),
        new(Recognition, "Reconnaissance des personnes", Listed: false, Own: SheetShares.Recognition),
        new(Evaluation, "Évaluation", "V-EVALUATION", Listed: false),
        new(ReadAgain, "Relecture de la fiche", Listed: false, Own: SheetShares.ReadAgain),
        new(Missing, "Reste à raconter", Listed: false, IsAxis: false, Own: SheetShares.Missing),
        new(Call, "Appel", Listed: false, IsAxis: false),
        new(Department, "Département", "V-DEPARTEMENT", Listed: false, IsAxis: false),
        new(Structure, "Structure", Listed: false, IsAxis: false),
    ];

    public static IEnumerable<SheetFacet> Listed => All.Where(f => f.Listed);

    public static SheetFacet? Find(string field) => All.FirstOrDefault(f => f.Field == field);

    public static IEnumerable<(string Field, string Code)> CodesOf(SheetContent content)
    {
        var (account, landmarks, told) = (content.Account, content.Landmarks, Completeness.Of(content.Account));
        return Said("organisation", [account.Structure.OrganisationType])
            .Concat(Said("secteur", account.Structure.Sectors)).Concat(Said("region", [account.Structure.Region]))
            .Concat(Said(Department, [DepartmentOf(account.Structure)]))
            .Concat(Said("contexte", account.Setting.Contexts)).Concat(Said(Year, [Setting.ParseMonth(account.Setting.StartMonth)?.Year.ToString(CultureInfo.InvariantCulture)]))
            .Concat(Said("degre", [content.Degree])).Concat(Said("registre", landmarks.Registers)).Concat(Said("niveau", landmarks.Scales)).Concat(Said(Level, content.Levels))
            .Concat(Said("public", Vocabularies.WithBroader(landmarks.Publics))).Concat(Said("activite", landmarks.Activities)).Concat(Said("espace", [landmarks.Space]))
            .Concat(Said(Cell, landmarks.Modalities.Select(m => Grid.CellOf(m).Code))).Concat(Said("parcours", landmarks.Pathways))
            .Concat(Said(PathwayField, landmarks.PathwayFields.DefaultIfEmpty(Unsaid))).Concat(Said("effets", [landmarks.EffectsScale]))
            .Concat(Said(Brake, account.Changes.Brakes)).Concat(Said(Lever, account.Changes.Levers))
            .Concat(Said(Training, SheetShares.TrainingOf(account.Means))).Concat(Said(Recognition, SheetShares.RecognitionOf(account.Means)))
            .Concat(Said(Evaluation, [account.Lessons.Evaluation])).Concat(Said(ReadAgain, [SheetShares.ReadAgainOf(content)]))
            .Concat(Said(Call, [content.CallSlug]))
            .Concat(Said(Remarkable, [content.Remarkable ? Yes : null])).Concat(Said(Complete, [told.IsFull ? Yes : Unsaid]))
            .Concat(Said(Missing, told.Missing.Select(m => m.Code))).Distinct();
    }

    /// <summary>
    /// The department told, or the only one of its region. A sheet that names none is counted as such, so that the map can say how many it does
    /// not show; one of the whole country has none to name.
    /// </summary>
    static string? DepartmentOf(Structure structure)
    {
        if (!string.IsNullOrEmpty(structure.Department)) return structure.Department;
        if (string.IsNullOrEmpty(structure.Region) || structure.Region == WholeCountry) return null;
        return Departments.In(structure.Region).ToList() is [var only] ? only.Code : Unsaid;
    }

    /// <summary>Kept with the codes, for examples in the framework; too fine to narrow a search.</summary>
    public static IEnumerable<(string Field, string Code)> ModalitiesOf(SheetContent content) => content.Landmarks.Modalities.Select(m => ("modalite", m));

    static IEnumerable<(string, string)> Said(string field, IEnumerable<string?> codes) =>
        codes.Where(c => !string.IsNullOrEmpty(c) && Find(field)!.Knows(c)).Select(c => (field, c!));
}
