using System.Runtime.CompilerServices;
using Croisee.Library;
using Xunit;

namespace Croisee.Tests.Library;

[Trait("kind", "pure")]
public class FrenchStemmerTest
{
    /// <summary>
    /// 1,999 pairs of word and root as Debian's stemwords -l french (libstemmer 2.2) gives them: a seeded draw from the
    /// bench's words and from a French dictionary. The whole dictionary (341,716 words) and 300,000 words of random
    /// letters agreed when the stemmer was written.
    /// </summary>
    static readonly (string Word, string Root)[] Oracle =
        [.. File.ReadLines(Snapshot()).Select(line => line.Split(' ')).Select(pair => (pair[0], pair[1]))];

    static string Snapshot([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "french-stems.txt");

    [Fact]
    public void Gives_the_published_roots()
    {
        Assert.True(Oracle.Length > 1_900, "french-stems.txt has lost its lines.");
        var wrong = Oracle.Where(o => FrenchStemmer.StemAsPublished(o.Word) != o.Root)
            .Select(o => $"{o.Word}: {FrenchStemmer.StemAsPublished(o.Word)}, not {o.Root}");
        Assert.Empty(wrong);
    }

    [Fact]
    public void Leaves_the_published_roots_only_where_a_reason_is_written()
    {
        // Plurals in -ers are read as their singular; the families of FrenchWordFamilies share a root. Nothing else.
        var others = Oracle.Where(o => FrenchStemmer.Stem(o.Word) != o.Root && !o.Word.EndsWith("ers") && FrenchWordFamilies.RootOf(o.Word) is null);
        Assert.Empty(others);
    }

    [Theory]
    [InlineData("usager usagers usagère usagères")]
    [InlineData("danger dangers")]
    [InlineData("conseiller conseillers conseil conseils")]
    [InlineData("foyer foyers")]
    [InlineData("étranger étrangers étrangère étrangères")]
    [InlineData("atelier ateliers")]
    [InlineData("aidant aidante aidants aidance")]
    [InlineData("participer participation participations participatif participative participants")]
    [InlineData("égal égale égales égaux égalité")]
    [InlineData("mangé mangée mangées manger")]
    [InlineData("hôpital hôpitaux")]
    public void Brings_a_family_together(string family) =>
        Assert.Single(family.Split(' ').Select(word => FrenchStemmer.Stem(word)).Distinct());

    [Theory]
    [InlineData("usager", "usage")]
    [InlineData("parent", "par")]
    [InlineData("résident", "président")]
    public void Keeps_apart_what_is_not_the_same(string one, string other) =>
        Assert.NotEqual(FrenchStemmer.Stem(one), FrenchStemmer.Stem(other));

    [Fact]
    public void Never_fails_on_letters_in_any_order()
    {
        const string letters = "aeiouyâàëéêèïîôûùçbcdlmnrstquHIUYë’-9é";
        var random = new Random(20270315);
        for (var i = 0; i < 20_000; i++)
        {
            var word = string.Concat(Enumerable.Range(0, random.Next(0, 60)).Select(_ => letters[random.Next(letters.Length)]));
            Assert.True(FrenchStemmer.Stem(word).Length <= FrenchStemmer.LongestWord + 2, word);
        }
    }
}
