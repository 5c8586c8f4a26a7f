using System.Text.Json;

namespace Croisee.Framework;

/// <summary>
/// One value of a closed vocabulary: a code that never changes and words that may.
/// The words here are the defaults; what an instance shows is in its <see cref="LabelBook"/>.
/// </summary>
public sealed class Term
{
    readonly IReadOnlyDictionary<string, JsonElement> extra;

    internal Term(Vocabulary vocabulary, int position, JsonElement json)
    {
        Vocabulary = vocabulary;
        Position = position;
        extra = json.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.Clone(), StringComparer.Ordinal);
        Code = Text("code") ?? throw new InvalidDataException($"A term of {vocabulary.Code} has no code.");
        Label = Text("label") ?? throw new InvalidDataException($"{Code} has no label.");
        Easy = Text("easy") ?? throw new InvalidDataException($"{Code} has no easy label.");
        English = Text("english") ?? throw new InvalidDataException($"{Code} has no English gloss.");
        (Definition, Parent) = (Text("definition"), Text("parent"));
    }

    public Vocabulary Vocabulary { get; }
    /// <summary>Place in its vocabulary, from 0.</summary>
    public int Position { get; }
    public string Code { get; }
    public string Label { get; }
    /// <summary>Easy-read label: one idea, at most twelve words (see <see cref="EasyLabel"/>).</summary>
    public string Easy { get; }
    public string English { get; }
    public string? Definition { get; }
    /// <summary>Code of the broader term, when the vocabulary has sub-terms (<c>PUB_HANDICAP_MOTEUR</c> under <c>PUB_HANDICAP</c>).</summary>
    public string? Parent { get; }

    /// <summary>The definition rewritten, one idea a line; none when the easy label says enough.</summary>
    public IReadOnlyList<string> EasyLines => [.. List("easy_lines").Select(l => l.GetString()!)];

    /// <summary>What a person may do instead, said to the author of an ineligible contribution (EXP-R1).</summary>
    public string? Redirection => Text("redirection");
    /// <summary>Choosing this term obliges to say why (a refusal, a dropped action).</summary>
    public bool NeedsReason => Flag("reason");
    /// <summary>« Autre » : what was meant is in the words beside it. Two who chose it share nothing for that.</summary>
    public bool IsOther => Code.EndsWith("_AUTRE", StringComparison.Ordinal);
    /// <summary>Money that counts as income and may change a person's rights (STA-R1).</summary>
    public bool CountsAsIncome => Flag("income");
    /// <summary>A charter block that CHR-R1 does not require.</summary>
    public bool Optional => Flag("optional");
    /// <summary>Number of a point on a closed scale; none for "does not know", which stays out of means (SCL-R1).</summary>
    public int? Value => extra.TryGetValue("value", out var v) ? v.GetInt32() : null;

    internal string? Text(string field) => extra.TryGetValue(field, out var v) ? v.GetString() : null;
    internal bool Flag(string field) => extra.TryGetValue(field, out var v) && v.ValueKind is JsonValueKind.True;
    internal IReadOnlyList<JsonElement> List(string field) => extra.TryGetValue(field, out var v) ? [.. v.EnumerateArray()] : [];

    public override string ToString() => Code;
}
