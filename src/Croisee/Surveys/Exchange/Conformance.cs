using System.Collections.Frozen;

namespace Croisee.Surveys.Exchange;

/// <summary>What becomes of one construct of a format. Readers take their words from here, a test reads a sample of each, and a public page shows them.</summary>
/// <param name="Code">As the readers name it.</param>
/// <param name="Construct">As the format's own manual names it.</param>
public sealed record Conformance(QuestionnaireFormat Format, string Code, string Construct, Fate Fate, string Remark)
{
    public static IReadOnlyList<Conformance> All { get; } = [.. LssConformance.Rows, .. XlsFormConformance.Rows, .. FhirConformance.Rows];

    static readonly FrozenDictionary<(QuestionnaireFormat, string), Conformance> ByCode = All.ToFrozenDictionary(r => (r.Format, r.Code));

    /// <exception cref="KeyNotFoundException">A reader says what the table does not: a fault in the code.</exception>
    public static Conformance Of(QuestionnaireFormat format, string code) =>
        ByCode.TryGetValue((format, code), out var row) ? row : throw new KeyNotFoundException($"No conformance row {format} {code}.");
}
