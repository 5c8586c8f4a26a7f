using Croisee.Framework;
using Croisee.Library.Reading;
using Croisee.Ui;
using Croisee.Words;

namespace Croisee.Library.Places;

/// <summary>A region, its number of sheets, and the list of exactly those. <see cref="Level"/>: 0 too few, then four steps.</summary>
public sealed record MappedRegion(string Code, string Label, int Count, int Level, string Href);

/// <summary>A step of the legend: which numbers are drawn so.</summary>
public sealed record MapStep(int Level, int From, int To);

/// <summary>The sheets by region, over any state of the search. The drawing, the list, the sentence and the file are made from this one.</summary>
public sealed class FranceMap
{
    public const string WholeCountry = "R00";
    const int Steps = 4;

    FranceMap() { }

    public int Total { get; private init; }
    /// <summary>Regions in the order of the alphabet, the whole country apart.</summary>
    public IReadOnlyList<MappedRegion> Regions { get; private init; } = [];
    /// <summary>Sheets told for the whole country: they have no place on the drawing.</summary>
    public MappedRegion Whole { get; private init; } = null!;
    public int Most => Regions.Max(r => r.Count);

    public static async Task<FranceMap> Of(ISheetSearch search, LibraryAddress within, Labels labels, Localizer words, CancellationToken stop)
    {
        var facet = SheetFacets.Find("region")!;
        var free = within.Without(facet.Field);
        // Crossed rather than asked: no list of sheets is put in order for it.
        var crossing = await search.CrossAsync(free.Question, facet.Field, "niveau", stop);
        var counts = crossing.Rows;
        var most = facet.Codes.Where(c => c != WholeCountry).Max(c => counts.GetValueOrDefault(c));
        var all = facet.Codes.Select(c => new MappedRegion(c, Name(facet.LabelOf(c, labels, words)), counts.GetValueOrDefault(c), LevelOf(counts.GetValueOrDefault(c), most), free.Narrowed(facet.Field, c).Href())).ToList();
        return new() { Total = crossing.Total, Whole = all.Single(r => r.Code == WholeCountry), Regions = [.. all.Where(r => r.Code != WholeCountry).OrderBy(r => r.Label, StringComparer.Create(Localizer.French, false))] };
    }

    /// <summary>A list of regions does not say « La région » before each, as an easy-read label alone does.</summary>
    static string Name(string label) => label.StartsWith("La région ", StringComparison.Ordinal) ? label["La région ".Length..] : label;

    /// <summary>0 under two sheets, then four equal steps up to the region that has most.</summary>
    public static int LevelOf(int count, int most) =>
        count < GridCounts.Sparse ? 0 : 1 + Math.Min(Steps - 1, Steps * (count - GridCounts.Sparse) / (Math.Max(most, GridCounts.Sparse) - GridCounts.Sparse + 1));

    /// <summary>Only the steps that some number can reach.</summary>
    public static IEnumerable<MapStep> Legend(int most)
    {
        yield return new(0, 0, GridCounts.Sparse - 1);
        var span = Math.Max(most, GridCounts.Sparse) - GridCounts.Sparse + 1;
        for (var step = 0; step < Steps; step++)
        {
            var (from, to) = (GridCounts.Sparse + (step * span + Steps - 1) / Steps, GridCounts.Sparse + ((step + 1) * span + Steps - 1) / Steps - 1);
            if (from <= to && from <= most) yield return new(step + 1, from, Math.Min(to, most));
        }
    }

    public IEnumerable<string> Sentences(Localizer words)
    {
        yield return words.Count(Total, "Aucune fiche ne correspond.", "Une fiche est comptée.", "{0} fiches sont comptées.");
        if (Total == 0) yield break;
        if (Whole.Count > 0) yield return words.Count(Whole.Count, "", "Une fiche parle de toute la France : elle n’est pas sur le dessin.", "{0} fiches parlent de toute la France : elles ne sont pas sur le dessin.");
        if (Regions.OrderByDescending(r => r.Count).Where(r => r.Count >= GridCounts.Sparse).Take(3).ToList() is { Count: > 0 } first) yield return words["Le plus de fiches : {0}.", string.Join(", ", first.Select(r => $"{r.Label} ({r.Count})"))];
        var none = Regions.Where(r => r.Count == 0).ToList();
        yield return none.Count == 0 ? words["Chaque région a au moins une fiche."] : words["Aucune fiche : {0}.", string.Join(", ", none.Select(r => r.Label))];
    }

    public byte[] Csv() => CsvFile.Of(Regions.Prepend(Whole).Select(r => (string[])[r.Code, r.Label, r.Count.ToString(Localizer.French)]).Prepend(["code_region", "region", "fiches"]));
}
