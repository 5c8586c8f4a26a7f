using Croisee.Framework;

namespace Croisee.Tests.Framework;

/// <summary>Landmarks drawn from a seed; a failing test names the seed.</summary>
static class Some
{
    public static Landmarks Landmarks(Random random) => new()
    {
        Degree = new DegreeViews
        {
            Promised = One(random, Vocabularies.Degree),
            ByPersons = One(random, Vocabularies.Degree),
            ByProfessionals = One(random, Vocabularies.Degree),
            Stages = StageDegrees.Of(Croisee.Framework.Degree.Stages.Select(s => KeyValuePair.Create(s.Code, One(random, Vocabularies.Degree)))),
        },
        EffectsScale = One(random, Vocabularies.EffectsScale),
        PathwayFields = Many(random, Vocabularies.PathwayField),
        Pathways = Many(random, Vocabularies.Pathway),
        Publics = Many(random, Vocabularies.Public),
        Activities = Many(random, Vocabularies.Activity),
        Space = One(random, Vocabularies.Space),
        Scales = Many(random, Vocabularies.Scale),
        Registers = Many(random, Vocabularies.Register),
        Modalities = Many(random, Vocabularies.Modality),
    };

    static string? One(Random random, Vocabulary vocabulary) =>
        random.Next(4) == 0 ? null : vocabulary.Terms[random.Next(vocabulary.Terms.Count)].Code;

    static CodeSet Many(Random random, Vocabulary vocabulary)
    {
        var codes = vocabulary.Terms.Select(t => t.Code).ToArray();
        random.Shuffle(codes);
        return CodeSet.Of(vocabulary, codes.Take(random.Next(4)));
    }
}
