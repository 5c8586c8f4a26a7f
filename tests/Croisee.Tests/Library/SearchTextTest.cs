using Croisee.Library;
using Xunit;

namespace Croisee.Tests.Library;

[Trait("kind", "pure")]
public class SearchTextTest
{
    static SearchAnswer Ask(string? text, params string[] sheets) =>
        new SearchRun().Answer(SearchIndexTest.IndexOf(sheets.Select((s, i) => SearchIndexTest.Sheet(i + 1, "Fiche", s))), new SearchQuestion(text));

    [Theory]
    [InlineData("usager ", "Des usagers qui comptent")]
    [InlineData("usagers", "Une usagère raconte")]
    [InlineData("USAGERE ", "les usagers")]
    [InlineData("egalite ", "Hommes et femmes égales")]
    [InlineData("egalites ", "l’égalité")]
    [InlineData("Égalité ", "a droits égaux")]
    [InlineData("oeuvre ", "mettre en œuvre")]
    [InlineData("l'ecoute ", "L’écoute")]
    [InlineData("particip", "la participation")]
    [InlineData("participat", "la participation")]
    [InlineData("hôp", "des hopitaux")]
    [InlineData("hopi", "des hôpitaux")]
    [InlineData("conseil d", "un conseil")]
    [InlineData("par", "participer")]
    [InlineData("sante mentale pari", "La parité en santé mentale")]
    [InlineData("cvs ", "le conseil de la vie sociale")]
    [InlineData("conseil vie sociale ", "Le CVS")]
    [InlineData("falc", "un livret facile à lire et à comprendre")]
    [InlineData("facile à lire ", "en FALC")]
    [InlineData("représentant des usagers", "nos RU")]
    [InlineData("pair-aidance ", "deux pairs aidants")]
    [InlineData("pair aidant ", "la pair-aidance")]
    [InlineData("coconstruire ", "une co-construction")]
    [InlineData("autisme ", "un TSA")]
    [InlineData("zzz OU jardin ", "le jardin")]
    public void Finds(string asked, string written) => Assert.Equal(1, Ask(asked, written).Total);

    [Theory]
    [InlineData("usage ", "les usagers")]
    [InlineData("lecture ", "une lettre")]
    [InlineData("particip ", "une partie")]
    [InlineData("résident ", "le président")]
    [InlineData("tsa ", "l’autisme")]
    [InlineData("cvs ", "la vie d’un conseil")]
    [InlineData("zzz ", "jardin")]
    public void Does_not_find(string asked, string written) => Assert.Equal(0, Ask(asked, written).Total);

    [Fact]
    public void Widens_when_no_sheet_has_all_words_and_says_so()
    {
        var answer = Ask("jardin cuisine ", "le jardin", "la cuisine", "le salon");
        Assert.True(answer.Widened);
        Assert.Equal(2, answer.Total);
        Assert.False(Ask("jardin ", "le jardin").Widened);
        Assert.False(Ask("jardin OU cuisine ", "le jardin", "la cuisine").Widened);
    }

    [Fact]
    public void Puts_the_whole_word_before_words_that_only_begin_so() =>
        Assert.Equal(2, Ask("art", "artisans, artisans", "l’art", "artisan").Sheets[0].ToByteArray()[0]);

    [Fact]
    public void Tells_the_words_it_understood() =>
        Assert.Equal(["usagers", "santé"], Ask("Les Usagers de la Santé ", "rien").Words);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("*")]
    [InlineData("\"")]
    [InlineData("les et de la ")]
    [InlineData("\u200B\u202E😀")]
    public void Shows_everything_when_there_is_nothing_to_search(string? text) => Assert.Equal(2, Ask(text, "un jardin", "un salon").Total);

    [Theory]
    [InlineData("\"jardin\" NEAR(salon, 2) ")]
    [InlineData("title:jardin* ")]
    [InlineData("jardin' OR 1=1 -- ")]
    [InlineData("jardin & salon | !x :* <-> ")]
    [InlineData("{jardin} ^jardin - ")]
    [InlineData("jardin\0 \uD800 \uDFFF")]
    [InlineData("מרחב jardin مرحبا")]
    public void Takes_operators_for_gaps(string text) => Assert.True(Ask(text, "un jardin", "un salon").Total > 0);

    [Fact]
    public void Counts_only_the_first_words_of_a_very_long_question()
    {
        var answer = Ask(string.Concat(Enumerable.Range(0, 3_000).Select(i => $"mot{i} ")), "mot0", "mot11", "mot12");
        Assert.Equal(SearchLimits.Words, answer.Words.Count);
        Assert.Equal(2, answer.Total);
    }

    [Theory]
    [InlineData(0, 20, 3)]
    [InlineData(-5, 0, 1)]
    [InlineData(1, 1_000_000, 3)]
    [InlineData(1_000_000, 20, 0)]
    [InlineData(int.MaxValue, int.MaxValue, 0)]
    public void Accepts_any_page(int page, int size, int shown)
    {
        var index = SearchIndexTest.IndexOf([SearchIndexTest.Sheet(1, "un", ""), SearchIndexTest.Sheet(2, "deux", ""), SearchIndexTest.Sheet(3, "trois", "")]);
        var answer = new SearchRun().Answer(index, new SearchQuestion(Page: page, PageSize: size));
        Assert.Equal((3, shown), (answer.Total, answer.Sheets.Count));
    }
}
