using Croisee.Surveys.Content;
using Croisee.Surveys.Instruments;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>A file holds what no form of the editor writes: it is said before anybody is asked.</summary>
[Trait("kind", "pure")]
public sealed class WordingFaultsTest
{
    static readonly AskedQuestion Question = new("q1", QuestionKind.Scale, new Wording("Vous venez ?")) { Scale = "V-OUINON" };

    static QuestionnaireContent Of(AskedQuestion question, string second = "p2", Wording? title = null) => new(new Wording("Essai")) { Sections = [new("p1") { Questions = [question] }, new(second) { Title = title }] };

    static IEnumerable<string> Faults(QuestionnaireContent content) => ContentFaults.Of(content).Select(f => f.Sentence);

    [Fact]
    public void Two_parts_of_one_code_are_refused_where_a_file_is_read_and_where_it_is_published()
    {
        var twins = Of(Question, second: "P1");
        Assert.StartsWith("Deux parties ont le même code, « P1 »", Assert.Single(Faults(twins)), StringComparison.Ordinal);
        Assert.StartsWith("Deux parties ont le même code", ContentJson.TryRead(ContentJson.Write(twins)).Fault, StringComparison.Ordinal);
        Assert.Null(ContentJson.TryRead(ContentJson.Write(Of(Question))).Fault);
        Assert.StartsWith("Le code de partie « une partie » ne convient pas", Assert.Single(Faults(Of(Question, second: "une partie"))), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_twin_of_a_text_has_a_length_and_each_picture_is_there()
    {
        var (far, longest) = (new string('a', Wording.TextMax + 1), new string('a', Wording.TextMax));
        Dictionary<string, string> In(string text) => new() { ["uk"] = text };
        Wording[] wrong = [new("Vous venez ?") { Proxy = far }, new("Vous venez ?") { Easy = far }, new("Vous venez ?") { In = In(new string('a', Translations.LongestText + 1)) }];
        Assert.All(wrong, text => Assert.Equal("Un texte dépasse 600 caractères.", Assert.Single(Faults(Of(Question with { Text = text })))));
        Assert.All(wrong, text => Assert.EndsWith("un texte dépasse 600 caractères.", Assert.Single(Faults(Of(Question, title: text))), StringComparison.Ordinal));
        Assert.Empty(Faults(Of(Question with { Text = new(longest) { Easy = longest, Proxy = longest, In = In(far), Picture = "visage-ravi" } }, title: new(longest) { Picture = "jardin" })));
        Assert.Contains("« licorne »", Assert.Single(Faults(Of(Question with { Text = new("Vous venez ?") { Picture = "licorne" } }))), StringComparison.Ordinal);
        Assert.Contains("« licorne »", Assert.Single(Faults(Of(Question, title: new("Ici") { Picture = "licorne" }))), StringComparison.Ordinal);
    }

    /// <summary>Those that this house offers have none of it.</summary>
    [Fact]
    public void What_the_house_offers_is_whole() => Assert.All(ReadyInstruments.All, i => Assert.Empty(ContentFaults.Of(i.Content)));
}
