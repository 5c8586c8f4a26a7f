using Croisee.Rules;

namespace Croisee.Framework;

/// <summary>
/// The degree may differ from one stage to the next (FRM-R3): a value from stage to degree, over the five stages of
/// <see cref="Degree.Stages"/>, kept in the order of the project.
/// </summary>
public sealed class StageDegrees : IEquatable<StageDegrees>
{
    readonly (string Stage, string Degree)[] rows;

    StageDegrees((string, string)[] rows) => this.rows = rows;

    public static StageDegrees None { get; } = new([]);

    /// <summary>Stages without a degree are left out; the last word on a stage holds.</summary>
    /// <exception cref="RuleBroken"><c>FRM-R3</c> for a stage that has no degree, <c>FRM-CODE</c> for an unknown degree.</exception>
    public static StageDegrees Of(IEnumerable<KeyValuePair<string, string?>> said)
    {
        var rows = new SortedDictionary<int, (string, string)>();
        foreach (var (stage, degree) in said)
        {
            var known = Degree.Stages.FirstOrDefault(s => s.Code == stage)
                ?? throw new RuleBroken("FRM-R3", "Choisissez une étape parmi la conception, la réalisation, la décision, l’évaluation et la diffusion.", "Stages");
            if (string.IsNullOrWhiteSpace(degree)) rows.Remove(known.Position);
            else rows[known.Position] = (stage, Vocabularies.Degree.Require(degree, "Stages").Code);
        }
        return rows.Count == 0 ? None : new StageDegrees([.. rows.Values]);
    }

    public IReadOnlyList<(string Stage, string Degree)> Rows => rows;
    public string? this[string stage] => rows.FirstOrDefault(r => r.Stage == stage).Degree;

    /// <summary>The highest degree reached at any stage.</summary>
    public string? Highest => rows.Length == 0 ? null : rows.MaxBy(r => Framework.Degree.Rank(r.Degree)).Degree;

    /// <summary>« Décision : concertation », one line for each stage that has a degree of its own.</summary>
    public IEnumerable<string> Lines() =>
        rows.Select(r => $"{Vocabularies.Find(r.Stage)!.Label}\u00a0: {Framework.Degree.Name(r.Degree)}");

    public bool Equals(StageDegrees? other) => other is not null && rows.AsSpan().SequenceEqual(other.rows);
    public override bool Equals(object? obj) => Equals(obj as StageDegrees);
    public override int GetHashCode() => rows.Aggregate(rows.Length, (hash, row) => HashCode.Combine(hash, row));
    public override string ToString() => string.Join("; ", Lines());
}
