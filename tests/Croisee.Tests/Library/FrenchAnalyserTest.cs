using System.Text;
using Croisee.Library;
using Xunit;

namespace Croisee.Tests.Library;

[Trait("kind", "pure")]
public class FrenchAnalyserTest
{
    [Theory]
    [InlineData("L’égalité, d'abord !", "egal abord")]
    [InlineData("Jusqu’aux usagers qu'on écoute", "usager ecout")]
    [InlineData("Aujourd’hui, l’œuvre de la sœur Æthel", "oeuvr soeur aethel")]
    [InlineData("pair-aidance", "pair aid")]
    [InlineData("En 2024, 3 CVS", "2024 3 cvs")]
    [InlineData("  ", "")]
    [InlineData("de la et pour", "")]
    public void Reads_a_text_into_terms(string text, string terms) =>
        Assert.Equal(terms, string.Join(' ', FrenchAnalyser.Terms(text)));

    [Fact]
    public void Takes_the_root_before_it_folds_accents() =>
        Assert.Equal(FrenchAnalyser.Terms("égalité"), FrenchAnalyser.Terms("ÉGALES"));

    [Fact]
    public void Reads_decomposed_letters_as_composed_ones() =>
        Assert.Equal(FrenchAnalyser.Terms("égalité à l’hôpital"), FrenchAnalyser.Terms("égalité à l’hôpital".Normalize(NormalizationForm.FormD)));

    [Fact]
    public void Passes_over_marks_that_nobody_sees() =>
        Assert.Equal(["particip"], FrenchAnalyser.Terms("parti\u00ADci\u200Bpa\uFEFFtion\u202E"));

    [Theory]
    [InlineData("\uD800 résident \uDC00")]
    [InlineData("résident\u0000")]
    [InlineData("😀résident👩‍👩‍👧")]
    public void Takes_what_is_no_letter_as_a_gap(string text) => Assert.Equal(["résident"], FrenchAnalyser.Terms(text).Select(_ => "résident"));

    [Fact]
    public void Reads_other_scripts_without_failing()
    {
        Assert.Equal(2, FrenchAnalyser.Terms("مرحبا שלום").Count);
        var everything = string.Concat(Enumerable.Range(0, 0x10000).Select(c => (char)c));
        Assert.NotEmpty(FrenchAnalyser.Terms(everything));
        foreach (var c in everything) FrenchAnalyser.Fold(c);
    }

    [Fact]
    public void Cuts_a_word_without_end_and_reads_on()
    {
        var terms = FrenchAnalyser.Terms(new string('a', 100_000) + " usagers");
        Assert.Equal(2, terms.Count);
        Assert.Equal("usager", terms[1]);
    }
}
