using Croisee.Framework;

namespace Croisee.Library.Places;

/// <summary>
/// What <c>_FranceDrawing.cshtml</c> draws: shapes with their number and, under them, tiles of equal size for what has no outline of its own or would
/// be too small to be read.
/// </summary>
/// <param name="Radius">Of the disc that a number stands on.</param>
/// <param name="AllNumbers">Zeros too; among a hundred places they would hide the others.</param>
public sealed record FranceDrawing(IReadOnlyList<(PlaceShape Shape, MappedPlace Place)> Shapes, IReadOnlyList<MappedPlace> Apart, int Most, int Radius, bool AllNumbers)
{
    /// <summary>A place in a tile, at its corner, by its bare name: a tile is narrow, and the list beside has the whole label.</summary>
    public sealed record Tile(MappedPlace Place, string Name, int X, int Y);

    public const int TileWidth = 115, TileHeight = 64;
    const int Across = 5, StepX = 124, StepY = TileHeight + 10, Top = FranceShapes.Height + 12;

    public bool IsDrawn => Shapes.Count > 0;
    public IReadOnlyList<Tile> Tiles { get; } = [.. Apart.Select((p, i) => new Tile(p, NameOf(p), i % Across * StepX, Top + i / Across * StepY))];
    public int Bottom => Tiles.Count == 0 ? FranceShapes.Height : Tiles[^1].Y + TileHeight + 2;
    public IEnumerable<(PlaceShape Shape, MappedPlace Place)> Numbered => Shapes.Where(s => (AllNumbers || s.Place.Count > 0) && !Apart.Contains(s.Place));

    /// <summary>Without its number, nor the words that easy reading puts before it: where names follow one another.</summary>
    public static string NameOf(MappedPlace place) => Vocabularies.Find(place.Code) is { } term ? term.Label.Split(" (")[0] : place.Label;

    public static FranceDrawing OfRegions(FranceShapes shapes, FranceMap map)
    {
        var drawn = shapes.Regions.Join(map.Regions, s => s.Code, r => r.Code, (s, r) => (s, (MappedPlace)r)).ToList();
        return new(drawn, Overseas(drawn, map.Regions), map.Most, 17, AllNumbers: true);
    }

    /// <summary>Paris and the three around it are as small as their numbers: drawn, and told in tiles.</summary>
    public static FranceDrawing OfDepartments(FranceShapes shapes, FranceMap map)
    {
        var all = map.Departments.ToList();
        var drawn = shapes.Departments.Join(all, s => s.Code, d => d.Code, (s, d) => (s, d)).ToList();
        return new(drawn, [.. all.Where(d => d.Code is "DEP_75" or "DEP_92" or "DEP_93" or "DEP_94"), .. Overseas(drawn, all)], map.MostInDepartment, 11, AllNumbers: false);
    }

    /// <summary>The packaged geometry holds the mainland and Corsica.</summary>
    static List<MappedPlace> Overseas(IReadOnlyList<(PlaceShape, MappedPlace Place)> drawn, IEnumerable<MappedPlace> all) => drawn.Count == 0 ? [] : [.. all.Where(p => drawn.All(d => d.Place != p))];
}
