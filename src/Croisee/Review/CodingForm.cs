using Croisee.Framework;
using Croisee.Review.Evidence;

namespace Croisee.Review;

/// <summary>The framework as a form: what a reader codes, and what a pair fixes.</summary>
public class CodingForm : CodedFields
{
    public Coding ToCoding() => new() { Degree = Blank(Degree), Level = Blank(Level), Landmarks = ToLandmarks() };

    public void From(Coding coding) => Take(coding.Degree, coding.Level, coding.Landmarks);
}

/// <summary>One field of two codings side by side, and whether they differ.</summary>
public sealed record CodingLine(string Name, string Mine, string Theirs)
{
    public bool Differs => Mine != Theirs;

    public const string Nothing = "rien de dit";

    public static IReadOnlyList<CodingLine> Compare(Coding mine, Coding theirs, Labels labels)
    {
        string Of(CodeSet codes) => codes.Count == 0 ? Nothing : string.Join(", ", labels.Of(codes).Order(StringComparer.Ordinal));
        return [.. CodedField.All.Select(f => new CodingLine(f.Name, Of(f.Said(mine)), Of(f.Said(theirs))))];
    }

    /// <summary>What one coding says, without what it leaves open.</summary>
    public static IReadOnlyList<CodingLine> Said(Coding coding, Labels labels) => [.. Compare(coding, coding, labels).Where(l => l.Mine != Nothing)];
}
