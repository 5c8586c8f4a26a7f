namespace Croisee.Framework;

/// <summary>One of the seven registers of the first categorisation, with the columns of the table (domain 2.3).</summary>
public sealed record Register(Term Term, string Actors, string Modalities, string Aim, string BenefitsForOrganisation, string BenefitsForPerson)
{
    public static IReadOnlyList<Register> All { get; } = [.. Vocabularies.Register.Terms.Select(From)];

    public static Register Of(string code) => All[Vocabularies.Register.Require(code).Position];

    static Register From(Term term) => new(
        term, Column(term, "acteurs"), Column(term, "modalites"), Column(term, "objectif"), Column(term, "benefices_structure"), Column(term, "benefices_personne"));

    static string Column(Term term, string name) =>
        term.Text(name) ?? throw new InvalidDataException($"{term.Code} has no column {name}.");
}
