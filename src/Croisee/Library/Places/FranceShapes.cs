using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Microsoft.Extensions.FileProviders;

namespace Croisee.Library.Places;

/// <summary>A region as it is drawn: its path, and where its number is written.</summary>
public sealed record RegionShape(string Code, string Path, int X, int Y);

/// <summary>
/// The regions of metropolitan France, drawn once from the packaged departments (France departments by Victor Cazanave, CC BY 4.0) and the
/// official list that says which department lies in which region (Etalab, MIT). Both are installed at build; where they are absent the page
/// shows its list.
/// </summary>
public sealed class FranceShapes(IWebHostEnvironment environment)
{
    public const string Drawing = "lib/maps/departements.svg", Division = "lib/maps/departements.json";
    public const int Width = 613, Height = 585;
    readonly Lazy<IReadOnlyList<RegionShape>> regions = new(() => Read(environment.WebRootFileProvider));

    /// <summary>None when the geometry is not installed.</summary>
    public IReadOnlyList<RegionShape> Regions => regions.Value;

    public static IReadOnlyList<RegionShape> Read(IFileProvider files)
    {
        var (drawing, division) = (files.GetFileInfo(Drawing), files.GetFileInfo(Division));
        if (!drawing.Exists || !division.Exists) return [];
        var shapes = new MapShapes();
        return [.. Departments(drawing).Join(RegionOf(division), d => d.Code, r => r.Key, (d, r) => (Region: r.Value, Rings: shapes.Rings(d.Path)))
            .GroupBy(d => d.Region).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Shape(g.Key, MapShapes.Outline(g.SelectMany(d => d.Rings))))];
    }

    static RegionShape Shape(string code, IReadOnlyList<IReadOnlyList<(int X, int Y)>> outline)
    {
        var (x, y) = MapShapes.Middle(outline);
        return new("R" + code, MapShapes.Path(outline), x, y);
    }

    static List<(string Code, string Path)> Departments(IFileInfo drawing)
    {
        using var stream = drawing.CreateReadStream();
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return [.. XDocument.Load(reader).Descendants().Where(e => e.Name.LocalName == "path").Select(e => (Code: (string?)e.Attribute("id") ?? "", Path: (string?)e.Attribute("d") ?? ""))];
    }

    static Dictionary<string, string> RegionOf(IFileInfo division)
    {
        using var stream = division.CreateReadStream();
        using var list = JsonDocument.Parse(stream);
        return list.RootElement.EnumerateArray().ToDictionary(d => d.GetProperty("code").GetString()!, d => d.GetProperty("region").GetString()!);
    }
}
