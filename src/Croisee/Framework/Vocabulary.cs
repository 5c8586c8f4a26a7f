using System.Collections.Frozen;
using System.Text.Json;
using Croisee.Rules;

namespace Croisee.Framework;

/// <summary>A closed list of terms in a fixed order (Annex A). Codes are unique over all vocabularies and never change.</summary>
public sealed class Vocabulary
{
    readonly FrozenDictionary<string, Term> byCode;

    internal Vocabulary(JsonElement json)
    {
        Code = json.GetProperty("code").GetString()!;
        Label = json.GetProperty("label").GetString()!;
        English = json.GetProperty("english").GetString()!;
        Version = json.GetProperty("version").GetInt32();
        Terms = [.. json.GetProperty("terms").EnumerateArray().Select((term, i) => new Term(this, i, term))];
        byCode = Terms.ToFrozenDictionary(t => t.Code, StringComparer.Ordinal);
    }

    public string Code { get; }
    public string Label { get; }
    public string English { get; }
    public int Version { get; }
    public IReadOnlyList<Term> Terms { get; }

    public Term? Find(string? code) => code is not null && byCode.TryGetValue(code, out var term) ? term : null;

    public bool Has(string? code) => Find(code) is not null;

    /// <summary>The term a person chose.</summary>
    /// <exception cref="RuleBroken"><c>FRM-CODE</c> when the list does not contain it.</exception>
    public Term Require(string? code, string? field = null) =>
        Find(code) ?? throw new RuleBroken("FRM-CODE", $"Choisissez une réponse dans la liste « {Label} ».", field);

    /// <summary>Terms that no other term contains.</summary>
    public IEnumerable<Term> Roots => Terms.Where(t => !Has(t.Parent));

    public IEnumerable<Term> Under(string parent) => Terms.Where(t => t.Parent == parent);

    public override string ToString() => Code;
}
