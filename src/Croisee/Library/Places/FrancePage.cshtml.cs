using Croisee.Framework;
using Croisee.People;
using Croisee.Words;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Library.Places;

/// <summary>Where the experiences come from: a drawing for the eye, and its equal in a list for the keyboard and the screen reader.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class FrancePageModel(ISheetSearch search, Labels labels, Localizer words, FranceShapes shapes) : FranceScreen(search, labels, words)
{
    /// <summary>A region overseas is a tile under the drawing: the packaged geometry holds the mainland and Corsica.</summary>
    public sealed record Tile(MappedRegion Region, int X);

    public const int TileWidth = 115, TileStep = 124, TilesTop = FranceShapes.Height + 12, TileHeight = 64;

    public IReadOnlyList<(RegionShape Shape, MappedRegion Region)> Drawn { get; private set; } = [];
    public IReadOnlyList<Tile> Tiles { get; private set; } = [];
    public bool IsDrawn => Drawn.Count > 0;

    public async Task OnGet()
    {
        await Read();
        Drawn = [.. shapes.Regions.Join(Map.Regions, s => s.Code, r => r.Code, (s, r) => (s, r))];
        if (IsDrawn) Tiles = [.. Map.Regions.Where(r => Drawn.All(d => d.Region != r)).Select((r, i) => new Tile(r, i * TileStep))];
    }
}
