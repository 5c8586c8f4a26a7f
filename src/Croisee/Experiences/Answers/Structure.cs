using System.ComponentModel.DataAnnotations;
using Croisee.Framework;

namespace Croisee.Experiences.Answers;

/// <summary>Step 1: who carries the action (fields 4 to 8).</summary>
public sealed class Structure : StepAnswers
{
    [Vocabulary("V-ORG-TYPE")] public string? OrganisationType { get; set; }
    [StringLength(Limits.Short, ErrorMessage = Limits.TooLong)] public string? OrganisationName { get; set; }
    [RegularExpression(@"^\s*[0-9A-Za-z]{9}\s*$", ErrorMessage = "Un numéro FINESS a 9 signes, par exemple 990000001.")] public string? OrganisationFiness { get; set; }
    [Vocabulary("V-SECTEUR")] public List<string> Sectors { get; set; } = [];
    [Vocabulary("V-REGION")] public string? Region { get; set; }
    [Vocabulary("V-DEPARTEMENT")] public string? Department { get; set; }
    [StringLength(Limits.Short, ErrorMessage = Limits.TooLong)] public string? Commune { get; set; }
    [Vocabulary("V-ECHELLE")] public string? Territory { get; set; }

    public const string Individual = "ORG_PERSONNE";

    public override IEnumerable<MissingAnswer> Missing()
    {
        if (Blank(OrganisationType)) yield return new(nameof(OrganisationType), "Dites qui porte cette action.");
        if (Blank(OrganisationName) && OrganisationType != Individual) yield return new(nameof(OrganisationName), "Donnez le nom de la structure.");
        if (Sectors.Count == 0) yield return new(nameof(Sectors), "Choisissez au moins un secteur.");
        if (Blank(Region)) yield return new(nameof(Region), "Choisissez une région.");
        else if (!Blank(Department) && Departments.RegionOf(Department) != Region) yield return new(nameof(Department), "Ce département n’est pas dans la région choisie. Corrigez l’un des deux, ou laissez le département vide.");
    }

    public override bool IsEmpty() => Blank(OrganisationType) && Blank(OrganisationName) && Sectors.Count == 0 && Blank(Region) && Blank(Department) && Blank(Commune) && Blank(Territory) && Blank(OrganisationFiness);

    // Names of structures and places are meant to be read: no search for traces here.
    public override IEnumerable<(string, string?)> FreeTexts() => [];
    public override void Replace(string field, string text) { }

    public override void Tidy()
    {
        (OrganisationName, Commune) = (Trim(OrganisationName), Trim(Commune));
        OrganisationFiness = Trim(OrganisationFiness)?.ToUpperInvariant();
        if (Blank(Department)) Department = FromFiness();
        if (Blank(Region) && !Blank(Department)) Region = Departments.RegionOf(Department);
    }

    /// <summary>The number begins with the department. It is proposed in the form, where its authors see it before anybody else, and never against the region they chose.</summary>
    string? FromFiness() =>
        Departments.OfFiness(OrganisationFiness) is { } told && (Blank(Region) || Departments.RegionOf(told) == Region) ? told : null;
}
