using System.Collections.Frozen;
using System.Text.Json;

namespace Croisee.Framework;

/// <summary>
/// The framework of analysis as versioned data: every vocabulary of Annex A, read once from <c>vocabularies.json</c>.
/// Codes here are what the database, exports and other instances rely on: a code may be added, never renamed nor removed.
/// </summary>
public static class Vocabularies
{
    static readonly FrozenDictionary<string, Vocabulary> ByCode;
    static readonly FrozenDictionary<string, Term> ByTerm;

    static Vocabularies()
    {
        using var file = typeof(Vocabularies).Assembly.GetManifestResourceStream("Croisee.Framework.vocabularies.json")
            ?? throw new InvalidDataException("vocabularies.json is not embedded.");
        using var json = JsonDocument.Parse(file);
        Version = json.RootElement.GetProperty("version").GetInt32();
        All = [.. json.RootElement.GetProperty("vocabularies").EnumerateArray().Select(v => new Vocabulary(v))];
        ByCode = All.ToFrozenDictionary(v => v.Code, StringComparer.Ordinal);
        ByTerm = All.SelectMany(v => v.Terms).ToFrozenDictionary(t => t.Code, StringComparer.Ordinal);
    }

    /// <summary>Version of the whole framework, written in each export.</summary>
    public static int Version { get; }
    public static IReadOnlyList<Vocabulary> All { get; }

    /// <exception cref="KeyNotFoundException">No such vocabulary: a fault in the code, never in what a person sent.</exception>
    public static Vocabulary Get(string code) =>
        ByCode.TryGetValue(code, out var found) ? found : throw new KeyNotFoundException($"No vocabulary {code} in vocabularies.json.");

    /// <summary>The term with this code, whatever its vocabulary.</summary>
    public static Term? Find(string? code) => code is not null && ByTerm.TryGetValue(code, out var term) ? term : null;

    public static bool Has(string? code) => Find(code) is not null;

    /// <summary>These codes, and the broader term of each: who asks for « handicap » also asks for each of its kinds.</summary>
    public static IEnumerable<string> WithBroader(IEnumerable<string> codes) =>
        codes.SelectMany(c => Find(c)?.Parent is { } parent ? new[] { c, parent } : [c]);

    /// <summary>Whether this code only says that none of the list was meant (<see cref="Term.IsOther"/>).</summary>
    public static bool IsOther(string? code) => Find(code) is { IsOther: true };

    // The six landmarks and the two categorisations.
    public static Vocabulary Degree => Get("V-DEGRE");
    public static Vocabulary EffectsScale => Get("V-EFFET-ECHELLE");
    public static Vocabulary Pathway => Get("V-PARCOURS");
    public static Vocabulary PathwayField => Get("V-CHAMP");
    public static Vocabulary Public => Get("V-PUBLIC");
    public static Vocabulary Activity => Get("V-ACTIVITE");
    public static Vocabulary Space => Get("V-ESPACE");
    public static Vocabulary Scale => Get("V-NIVEAU");
    public static Vocabulary Register => Get("V-REGISTRE");
    public static Vocabulary Level => Get("V-LEVEL5");
    public static Vocabulary Modality => Get("V-MODALITE");

    // What an experience says besides (field dictionary 1.4).
    public static Vocabulary OrganisationType => Get("V-ORG-TYPE");
    public static Vocabulary Sector => Get("V-SECTEUR");
    public static Vocabulary Region => Get("V-REGION");
    public static Vocabulary Department => Get("V-DEPARTEMENT");
    public static Vocabulary Territory => Get("V-ECHELLE");
    public static Vocabulary Context => Get("V-CONTEXTE");
    public static Vocabulary ActionState => Get("V-ETAT-ACTION");
    public static Vocabulary Initiator => Get("V-INITIATEUR");
    public static Vocabulary News => Get("V-NOUVELLE");
    public static Vocabulary StopReason => Get("V-MOTIF-ARRET");
    public static Vocabulary HeadCount => Get("V-TRANCHE");
    public static Vocabulary Budget => Get("V-BUDGET");
    public static Vocabulary Recruitment => Get("V-RECRUTEMENT");
    public static Vocabulary InclusiveMeans => Get("V-MOYEN-INCLUSIF");
    public static Vocabulary Preparation => Get("V-PREPARATION");
    public static Vocabulary Status => Get("V-STATUT");
    public static Vocabulary Recognition => Get("V-RECONNAISSANCE");
    public static Vocabulary Brake => Get("V-FREIN");
    public static Vocabulary Lever => Get("V-LEVIER");
    public static Vocabulary Evaluation => Get("V-EVALUATION");
    public static Vocabulary WrittenBy => Get("V-REDACTEUR");
    public static Vocabulary EntryMode => Get("V-MODE-SAISIE");
    public static Vocabulary ContributionState => Get("V-ETAT-CONTRIB");
    public static Vocabulary Criterion => Get("V-CRITERE");
    public static Vocabulary IneligibilityReason => Get("V-MOTIF-IRRECEVABLE");
    public static Vocabulary Stage => Get("V-ETAPE");
    public static Vocabulary EasyReadState => Get("V-ETAT-FALC");
}
