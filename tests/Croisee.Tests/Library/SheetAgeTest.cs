using Croisee.Library;
using Croisee.Library.Reading;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>A sheet is old three whole years after its authors last wrote it, or told what became of it: not on a first of January.</summary>
[Trait("kind", "pure")]
public sealed class SheetAgeTest
{
    static DateTime At(string day) => DateTime.Parse(day + "T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime();

    [Theory]
    [InlineData("2026-12-31", null, "2029-01-01", null), InlineData("2026-12-31", null, "2029-12-30", null), InlineData("2026-12-31", null, "2029-12-31", "2026"), InlineData("2026-03-15", null, "2029-03-15", "2026"),
     InlineData("2026-03-15", "2028-06-01", "2029-03-15", null), InlineData("2026-03-15", "2028-06-01", "2031-06-01", "2028"), InlineData("2028-06-01", "2026-03-15", "2031-05-31", null)]
    public void Is_counted_in_months_from_the_last_word_of_its_authors(string updated, string? news, string today, string? said)
    {
        var (id, day) = (Guid.CreateVersion7(), DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture));
        IEnumerable<News> told = news is null ? [] : [new News(id, "essai", new(News.Alive), null, At(news))];
        var view = new SheetView(new SheetContent(), null!, EasyState.None, "abcdefgh", "", day, 1, At("2026-01-01"), At(updated)) { News = new(new LastNews(told, At("2026-01-01"), day), "") };
        Assert.Equal(said, view.Age);
    }

    [Fact]
    public void Is_not_said_before_the_publication() => Assert.Null(new SheetView(new SheetContent(), null!, EasyState.None, "abcdefgh", "", new(2040, 1, 1)).Age);
}
