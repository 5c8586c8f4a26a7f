using Croisee.Ui.Paper;
using Xunit;

namespace Croisee.Tests.Ui;

/// <summary>Lines as they are drawn from the left: words kept whole, Hebrew and Arabic turned, figures inside them not.</summary>
[Trait("kind", "pure")]
public sealed class PaperLineTest
{
    static readonly Lazy<FontSet?> Fonts = new(() => FontSet.Find(PaperFonts.Folder));

    static IReadOnlyList<PaperLine> Lines(string text, double room = 1000)
    {
        Assert.SkipWhen(Fonts.Value is null, "Without Node and without a system font nothing is measured.");
        return PaperLine.Break(Cluster.Of([new(text)], Fonts.Value!), 10, room);
    }

    static string Drawn(string text) => string.Concat(Lines(text)[0].Clusters.Select(c => c.Said));

    [Theory]
    [InlineData("abc", "abc")]
    [InlineData("dire שלום ici", "dire םולש ici")]
    [InlineData("dire שלום עולם ici", "dire םלוע םולש ici")]
    [InlineData("le שנת 1948 טוב fin", "le בוט 1948 תנש fin")]
    [InlineData("שלום abc def עולם", "םלוע abc def םולש")]
    public void Turns_what_is_read_from_the_right(string text, string drawn) => Assert.Equal(drawn, Drawn(text));

    [Fact]
    public void Draws_neither_commands_nor_halves_of_characters() => Assert.Equal("a\uFFFDbcd", Drawn("a" + (char)0xD83D + "b\u0001c\u200Bd\u202E"));

    [Fact]
    public void Joins_Arabic_letters_by_their_place_and_keeps_what_they_spell()
    {
        var clusters = Lines("باب")[0].Clusters;
        Assert.Equal("ﺏﺎﺑ", string.Concat(clusters.Select(c => c.Text)));
        Assert.Equal("باب", string.Concat(clusters.OrderBy(c => c.Place).Select(c => c.Said)));
    }

    [Fact]
    public void Breaks_at_blanks_and_cuts_only_a_word_longer_than_the_line()
    {
        var lines = Lines("Un mot puis " + new string('m', 60) + " fin", 120);
        Assert.True(lines.Count > 3);
        Assert.All(lines, l => Assert.InRange(l.Width, 0, 120));
        Assert.Equal("Un mot puis ", string.Concat(lines[0].Clusters.Select(c => c.Text)));
        Assert.Equal("Un mot puis " + new string('m', 60) + " fin", string.Concat(lines.SelectMany(l => l.Clusters).Select(c => c.Text)));
    }

    [Fact]
    public void Shows_a_square_for_a_sign_that_no_face_has_and_still_says_it()
    {
        var sign = Assert.Single(Lines("🧑🏽‍🦽")[0].Clusters);
        Assert.Equal("🧑🏽‍🦽", sign.Said);
        Assert.DoesNotContain((ushort)0, sign.Glyphs);
    }
}
