using System.Text.Json.Serialization;

namespace Croisee.Site.Demo;

/// <param name="Kind">Name of an OrganisationKind.</param>
public sealed record StoryOrganisation(
    [property: JsonPropertyName("cle")] string Key, [property: JsonPropertyName("nom")] string Name, [property: JsonPropertyName("genre")] string Kind,
    [property: JsonPropertyName("parent")] string? Parent, [property: JsonPropertyName("finess")] string? Finess);

/// <param name="Hint">The sentence of « Entrer comme… ».</param>
public sealed record StoryPerson(
    [property: JsonPropertyName("cle")] string Key, [property: JsonPropertyName("nom_affiche")] string Name, [property: JsonPropertyName("email")] string Email,
    [property: JsonPropertyName("roles")] List<StoryRole> Roles, [property: JsonPropertyName("essayer")] string Hint);

public sealed record StoryRole([property: JsonPropertyName("role")] string Role, [property: JsonPropertyName("organisation")] string Organisation);

public sealed record StoryGroup
{
    [JsonPropertyName("nom")] public string Name { get; init; } = "";
    [JsonPropertyName("genre")] public string Kind { get; init; } = "";
    [JsonPropertyName("organisation")] public string Organisation { get; init; } = "";
    [JsonPropertyName("constitue_jours")] public int Day { get; init; }
    [JsonPropertyName("sieges")] public List<StorySeat> Seats { get; init; } = [];
}

public sealed record StorySeat(
    [property: JsonPropertyName("index")] int Index, [property: JsonPropertyName("college")] string College, [property: JsonPropertyName("role")] string Role,
    [property: JsonPropertyName("libelle")] string Label, [property: JsonPropertyName("personne")] string Person,
    [property: JsonPropertyName("mandat_debut_jours")] int From, [property: JsonPropertyName("mandat_fin_jours")] int To);
