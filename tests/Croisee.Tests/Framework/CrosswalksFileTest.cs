using Croisee.Framework;
using Xunit;

namespace Croisee.Tests.Framework;

/// <summary>The file of the crosswalks says all that the code knows: each value of a case that has a code here, with its words.</summary>
public sealed class CrosswalksFileTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task Has_a_line_for_each_pair_of_values()
    {
        var lines = (await place.Browser().Open("/cadre/correspondances.csv")).Source.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.EndsWith(";leur_valeur", lines[0]);
        var pairs = Crosswalks.Participedia.SelectMany(f => f.Values.SelectMany(v => v.Value.Select(code => (Field: f, Value: v.Key, Code: code)))).ToList();
        Assert.NotEmpty(pairs);
        Assert.All(pairs, p => Assert.Single(lines, l => l.StartsWith($"participedia;{Crosswalks.Version};{p.Code};", StringComparison.Ordinal) && l.Contains($";{p.Field.Name};", StringComparison.Ordinal) && l.EndsWith(";" + p.Value, StringComparison.Ordinal)));
        Assert.Contains(lines, l => l.Contains(Vocabularies.Find(pairs[0].Code)!.Label, StringComparison.Ordinal) && l.EndsWith(";" + pairs[0].Value, StringComparison.Ordinal));
        Assert.Equal(1 + Crosswalks.Scales.Sum(s => s.Lines.Count) + Crosswalks.Participedia.Count + pairs.Count, lines.Length);
    }
}
