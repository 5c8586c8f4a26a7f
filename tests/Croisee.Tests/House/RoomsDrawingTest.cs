using Xunit;

namespace Croisee.Tests.House;

/// <summary>The drawing of the house is made from the code; <c>bin/rooms</c> writes it again.</summary>
[Trait("kind", "pure")]
public sealed class RoomsDrawingTest
{
    const string Begin = "<!-- flèches : écrites par bin/rooms -->\n", End = "<!-- fin des flèches -->";
    const string Advice = "The arrows changed. Look at them, then run bin/rooms and commit docs/rooms.svg and docs/rooms.md.";

    [Fact]
    public void Shows_the_house_as_the_code_is()
    {
        var built = Repo.Product.Select(f => f.Room).ToHashSet();
        IReadOnlyList<RoomLine> rooms = [.. RoomsList.Read().Where(r => built.Contains(r.Name))];
        var arrows = RoomsList.Arrows(Repo.Product, rooms);
        var text = Repo.Read(RoomsList.File);
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        Assert.True(from >= Begin.Length && to >= from, $"{RoomsList.File} has lost the marks of its arrows section: {Begin.Trim()} … {End}");
        // The table first: its difference can be read.
        Repo.Hold(RoomsList.File, text[..from] + new RoomsDrawing(rooms, arrows).Table() + text[to..], Advice);
        Repo.Hold("docs/rooms.svg", new RoomsDrawing(rooms, arrows).Svg(), Advice);
    }

    [Fact]
    public void Draws_a_climbing_arrow_on_the_wrong_side()
    {
        IReadOnlyList<RoomLine> rooms = [new("High", "x", "f", 0), new("Low", "y", "f", 1)];
        Assert.DoesNotContain("#C00000", new RoomsDrawing(rooms, [("High", "Low")]).Svg());
        Assert.Contains("#C00000", new RoomsDrawing(rooms, [("Low", "High")]).Svg());
    }
}
