using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Framework.Reading;

[Audience(Audience.Public), OutputCache(PolicyName = PublicCache.Name)]
public sealed class OverviewModel(Labels labels) : Screen
{
    public Labels Labels => labels;
    /// <summary>The five rungs alone: nothing is promised nor lived here.</summary>
    public Ladder Ladder => new([.. Vocabularies.Degree.Terms.Select(t => $"{t.Position + 1}. {labels.Of(t.Code)}")], Lived: null);
    public IReadOnlyList<Landmark> Landmarks { get; } =
    [
        new("Degré d’engagement", "Jusqu’où va la participation.", [Vocabularies.Degree]),
        new("Effets attendus", "Pour une personne, pour un groupe, ou les deux.", [Vocabularies.EffectsScale]),
        new("Parcours", "À quel moment du soin, de l’accompagnement ou de la vie.", [Vocabularies.Pathway, Vocabularies.PathwayField]),
        new("Public concerné", "À qui s’adresse l’action. Jamais la situation d’une personne.", [Vocabularies.Public]),
        new("Activités concernées", "Le soin, la vie de l’établissement, la formation, la recherche…", [Vocabularies.Activity]),
        new("Espace et niveau", "En vrai ou sur internet ; près de la personne, dans le service ou dans tout le pays.", [Vocabularies.Space, Vocabularies.Scale]),
    ];

    public void OnGet() { }

    /// <summary>One of the six landmarks as this page tells it, with the lists that describe it.</summary>
    public sealed record Landmark(string Name, string Line, IReadOnlyList<Vocabulary> Vocabularies);
}
