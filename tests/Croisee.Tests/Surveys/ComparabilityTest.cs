using Croisee.Surveys.Content;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>Results stand side by side only where the same was asked of the same people.</summary>
[Trait("kind", "pure")]
public sealed class ComparabilityTest
{
    static QuestionnaireContent With(Func<AskedQuestion, AskedQuestion> change, Func<Section, Section>? part = null) =>
        Given.EveryKind with { Sections = [.. Given.EveryKind.Sections.Select(s => (part?.Invoke(s) ?? s) with { Questions = [.. s.Questions.Select(change)] })] };

    static string? After(string code, Func<AskedQuestion, AskedQuestion> change) => Comparability.Difference(Given.EveryKind, With(q => q.Code == code ? change(q) : q));

    [Fact]
    public void Words_may_be_corrected_and_a_questionnaire_is_like_itself()
    {
        Assert.Null(After("connu", q => q with { Text = new("Connaissez-vous le conseil ?"), Required = false, Shuffled = true }));
        Assert.Null(Comparability.Difference(Given.EveryKind, ContentJson.Read(ContentJson.Write(Given.EveryKind))));
    }

    [Fact]
    public void Another_population_is_another_question()
    {
        const string told = "n’est plus posée aux mêmes personnes";
        Assert.Contains(told, After("lieux", q => q with { ShownIf = new Chosen("connu", "OUN_OUI") }), StringComparison.Ordinal);
        Assert.Contains(told, Comparability.Difference(Given.EveryKind, With(q => q, s => s.Code == "suite" ? s with { ShownIf = null } : s)), StringComparison.Ordinal);
        Assert.Contains(told, Comparability.Difference(Given.EveryKind, With(q => q, s => s.Code == "suite" ? s with { ShownIf = new Chosen("connu", "OUN_NON") } : s)), StringComparison.Ordinal);
        // The condition of a part, said by each of its questions instead: the same people.
        Assert.Null(Comparability.Difference(Given.EveryKind, With(q => q.Code is "fois" or "jour" or "mot" or "texte" or "accord" ? q with { ShownIf = new Chosen("connu", "OUN_OUI") } : q, s => s with { ShownIf = null })));
        // Of what is only said, nothing is counted.
        Assert.Null(After("fin", q => q with { ShownIf = new Chosen("connu", "OUN_NON") }));
    }

    [Fact]
    public void Answers_counted_apart_and_other_bounds_are_another_question()
    {
        Assert.Contains("ne compte plus « Je ne sais pas »", After("lieux", q => q with { Options = [.. q.Options.Select(o => o with { Silent = false })] }), StringComparison.Ordinal);
        Assert.Contains("« au plus »", After("fois", q => q with { Most = 20 }), StringComparison.Ordinal);
        Assert.Contains("« au plus »", After("lieux", q => q with { Most = null }), StringComparison.Ordinal);
        Assert.Contains("« au plus »", After("ordre", q => q with { Least = 3 }), StringComparison.Ordinal);
        Assert.Null(After("mot", q => q with { Most = 3 }));
    }
}
