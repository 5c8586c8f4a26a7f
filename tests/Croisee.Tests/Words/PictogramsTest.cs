using Croisee.Words;
using Xunit;

namespace Croisee.Tests.Words;

/// <summary>A wrong picture is worse than none (domain 9.1): words that look alike without their accents, or begin alike, are not the same word.</summary>
[Trait("kind", "pure")]
public sealed class PictogramsTest
{
    [Theory]
    [InlineData("On va au marché.", "marcher"), InlineData("Au cours de la réunion, on vote.", "apprendre"), InlineData("Il est en forme.", "apprendre"), InlineData("Les gens forment un groupe.", "apprendre")]
    [InlineData("C’est une action pérenne.", "famille"), InlineData("Il mérite mieux.", "famille"), InlineData("On a réglé le problème.", "regle"), InlineData("Une fleur sauvage.", "secours")]
    [InlineData("Le jeûne dure un jour.", "personnes"), InlineData("Le parlement vote.", "parler")]
    public void Shows_no_picture_of_a_word_that_only_looks_like_it(string line, string picture) => Assert.False(Pictograms.Shows(picture, line));

    [Theory]
    [InlineData("Marie marche dans la rue.", "marcher"), InlineData("Nous marchons ensemble.", "marcher"), InlineData("On suit un cours.", "apprendre"), InlineData("Sa mère vient.", "famille"), InlineData("Les pères jouent.", "famille")]
    [InlineData("C’est la règle.", "regle"), InlineData("Elle sauve des vies.", "secours"), InlineData("Les jeunes décident.", "personnes"), InlineData("Le groupe parle.", "parler")]
    public void Shows_the_picture_of_the_word_itself(string line, string picture) => Assert.True(Pictograms.Shows(picture, line));
}
