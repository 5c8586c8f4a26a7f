using Croisee.Framework;

namespace Croisee.Review.Evidence;

/// <summary>One thing that a reading codes, as two codings are compared: its name on screen, its vocabulary, and what was said. Nothing chosen is « nothing said », not an answer.</summary>
/// <param name="IsOrdered">The codes go up, from one to the next (domain 2.2, 2.4): two neighbours differ less than two ends.</param>
/// <param name="TakesMany">Several codes may be chosen.</param>
/// <param name="MayStayOpen">A reading may leave it empty, and is asked once whether there is nothing to say. Not what it must say, nor what is coded only where the account says it.</param>
public sealed record CodedField(string Name, Vocabulary Vocabulary, Func<Coding, CodeSet> Said, bool IsOrdered = false, bool TakesMany = false, bool MayStayOpen = true)
{
    public static IReadOnlyList<CodedField> All { get; } =
    [
        new("Degré atteint", Vocabularies.Degree, c => One(Vocabularies.Degree, c.Degree), IsOrdered: true, MayStayOpen: false),
        new("Degré promis", Vocabularies.Degree, c => One(Vocabularies.Degree, c.Landmarks.Degree.Promised), IsOrdered: true, MayStayOpen: false),
        new("Niveau d’engagement", Vocabularies.Level, c => One(Vocabularies.Level, c.Level), IsOrdered: true),
        new("Registres", Vocabularies.Register, c => c.Landmarks.Registers, TakesMany: true, MayStayOpen: false),
        new("Niveau dans l’organisation", Vocabularies.Scale, c => c.Landmarks.Scales, TakesMany: true),
        new("Effets attendus", Vocabularies.EffectsScale, c => One(Vocabularies.EffectsScale, c.Landmarks.EffectsScale)),
        new("Champ du parcours", Vocabularies.PathwayField, c => c.Landmarks.PathwayFields, TakesMany: true),
        new("Étape du parcours", Vocabularies.Pathway, c => c.Landmarks.Pathways, TakesMany: true),
        new("Publics", Vocabularies.Public, c => c.Landmarks.Publics, TakesMany: true),
        new("Activités", Vocabularies.Activity, c => c.Landmarks.Activities, TakesMany: true),
        new("Espace", Vocabularies.Space, c => One(Vocabularies.Space, c.Landmarks.Space)),
        new("Modalités", Vocabularies.Modality, c => c.Landmarks.Modalities, TakesMany: true),
    ];

    /// <summary>Where its words are defined, for everyone.</summary>
    public string Definition => Vocabulary == Vocabularies.Degree ? FrameworkAddress.Degrees : FrameworkAddress.Of(Vocabulary);

    public string DefinitionOf(string code) =>
        Vocabulary == Vocabularies.Degree ? FrameworkAddress.OfDegree(code) : Vocabulary == Vocabularies.Register ? FrameworkAddress.OfRegister(code) : Definition;

    static CodeSet One(Vocabulary vocabulary, string? code) => code is null ? CodeSet.Empty : CodeSet.Of(vocabulary, [code]);
}
