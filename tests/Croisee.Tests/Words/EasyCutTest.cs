using Croisee.Words;
using Xunit;

namespace Croisee.Tests.Words;

/// <summary>Where a sentence ends: some words are short forms before a figure only.</summary>
[Trait("kind", "pure")]
public sealed class EasyCutTest
{
    [Theory]
    [InlineData("On parle de l’art. Vous pouvez venir.", 2), InlineData("Voir l’art. 12 de la loi.", 1), InlineData("Il faut être min. 3 personnes.", 1), InlineData("C’est le min. On peut plus.", 2)]
    [InlineData("M. Martin vient.", 1), InlineData("Voir p. 12.", 1)]
    public void Ends_a_sentence_after_a_word_that_is_no_short_form_there(string line, int sentences) => Assert.Equal(sentences, EasyCut.Sentences(line).Count);
}
