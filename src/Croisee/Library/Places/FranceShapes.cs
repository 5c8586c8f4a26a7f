using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Microsoft.Extensions.FileProviders;

namespace Croisee.Library.Places;

/// <summary>A region or a department as it is drawn: its path, and where its number is written.</summary>
public sealed record PlaceShape(string Code, string Path, int X, int Y);

/// <summary>
/// The departments of metropolitan France and its regions, drawn once from the packaged departments (France departments by Victor Cazanave,
/// CC BY 4.0) and the official list that says which department lies in which region (Etalab, MIT). Both are installed at build; where they are
/// absent the page shows its list.
/// </summary>
public sealed class FranceShapes(IWebHostEnvironment environment)
{
    public const string Drawing = "lib/maps/departements.svg", Division = "lib/maps/departements.json";
    public const int Width = 613, Height = 585;
    readonly Lazy<(IReadOnlyList<PlaceShape> Regions, IReadOnlyList<PlaceShape> Departments)> shapes = new(() => Read(environment.WebRootFileProvider));

    /// <summary>None when the geometry is not installed.</summary>
    public IReadOnlyList<PlaceShape> Regions => shapes.Value.Regions;
    public IReadOnlyList<PlaceShape> Departments => shapes.Value.Departments;

    public static (IReadOnlyList<PlaceShape> Regions, IReadOnlyList<PlaceShape> Departments) Read(IFileProvider files)
    {
        var (drawing, division) = (files.GetFileInfo(Drawing), files.GetFileInfo(Division));
        if (!drawing.Exists || !division.Exists) return ([], []);
        var ties = new MapShapes();
        var departments = DepartmentsOf(drawing).Join(RegionOf(division), d => d.Code, r => r.Key, (d, r) => (d.Code, Region: r.Value, Rings: ties.Rings(d.Path))).ToList();
        return ([.. departments.GroupBy(d => d.Region).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Shape("R" + g.Key, MapShapes.Outline(g.SelectMany(d => d.Rings))))],
            [.. departments.OrderBy(d => d.Code, StringComparer.Ordinal).Select(d => Shape("DEP_" + d.Code, MapShapes.Outline(d.Rings)))]);
    }

    static PlaceShape Shape(string code, IReadOnlyList<IReadOnlyList<(int X, int Y)>> outline)
    {
        var (x, y) = MapShapes.Middle(outline);
        return new(code, MapShapes.Path(outline), x, y);
    }

    static List<(string Code, string Path)> DepartmentsOf(IFileInfo drawing)
    {
        using var stream = drawing.CreateReadStream();
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return [.. XDocument.Load(reader).Descendants().Where(e => e.Name.LocalName == "path").Select(e => (Code: ((string?)e.Attribute("id") ?? "").ToUpperInvariant(), Path: (string?)e.Attribute("d") ?? ""))];
    }

    static Dictionary<string, string> RegionOf(IFileInfo division)
    {
        using var stream = division.CreateReadStream();
        using var list = JsonDocument.Parse(stream);
        return list.RootElement.EnumerateArray().ToDictionary(d => d.GetProperty("code").GetString()!, d => d.GetProperty("region").GetString()!);
    }
}
