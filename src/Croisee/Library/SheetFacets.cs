using System.Globalization;
using Croisee.Experiences.Answers;
using Croisee.Framework;

namespace Croisee.Library;

/// <summary>A way to narrow the library: its name in addresses, what people read, and the closed list its codes come from (none: years, yes).</summary>
public sealed record SheetFacet(string Field, string Label, string? Vocabulary = null)
{
    public bool Knows(string code) => Field switch
    {
        SheetFacets.Year => int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and < 2100,
        SheetFacets.Remarkable => code == SheetFacets.Yes,
        _ => Framework.Vocabularies.Get(Vocabulary!).Has(code),
    };
}

/// <summary>The facets of the library in the order of the page, and the codes of a sheet in each.</summary>
public static class SheetFacets
{
    public const string Year = "annee", Remarkable = "remarquable", Yes = "oui";

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
        new("activite", "Activité", "V-ACTIVITE"),
        new("espace", "Espace", "V-ESPACE"),
        new(Year, "Année de début"),
    ];

    public static SheetFacet? Find(string field) => All.FirstOrDefault(f => f.Field == field);

    public static IEnumerable<(string Field, string Code)> CodesOf(SheetContent content)
    {
        var (account, landmarks) = (content.Account, content.Landmarks);
        return Said("organisation", [account.Structure.OrganisationType])
            .Concat(Said("secteur", account.Structure.Sectors)).Concat(Said("region", [account.Structure.Region]))
            .Concat(Said("contexte", account.Setting.Contexts)).Concat(Said(Year, [Setting.ParseMonth(account.Setting.StartMonth)?.Year.ToString(CultureInfo.InvariantCulture)]))
            .Concat(Said("degre", [content.Degree])).Concat(Said("registre", landmarks.Registers)).Concat(Said("niveau", landmarks.Scales))
            .Concat(Said("public", WithBroader(landmarks.Publics))).Concat(Said("activite", landmarks.Activities)).Concat(Said("espace", [landmarks.Space]))
            .Concat(Said(Remarkable, [content.Remarkable ? Yes : null])).Distinct();
    }

    /// <summary>Kept with the codes, for examples in the framework; too fine to narrow a search.</summary>
    public static IEnumerable<(string Field, string Code)> ModalitiesOf(SheetContent content) => content.Landmarks.Modalities.Select(m => ("modalite", m));

    static IEnumerable<(string, string)> Said(string field, IEnumerable<string?> codes) =>
        codes.Where(c => !string.IsNullOrEmpty(c) && Find(field)!.Knows(c)).Select(c => (field, c!));

    /// <summary>Who asks for « handicap » also asks for each of its kinds.</summary>
    static IEnumerable<string> WithBroader(IEnumerable<string> codes) =>
        codes.SelectMany(c => Vocabularies.Find(c)?.Parent is { } parent ? new[] { c, parent } : [c]);
}
