using System.Collections;
using Croisee.Rules;

namespace Croisee.Framework;

/// <summary>Codes chosen in one vocabulary: each once, in the vocabulary's order, so that equal choices are equal values.</summary>
public sealed class CodeSet : IReadOnlyList<string>, IEquatable<CodeSet>
{
    readonly string[] codes;

    CodeSet(string[] codes) => this.codes = codes;

    public static CodeSet Empty { get; } = new([]);

    /// <exception cref="RuleBroken"><c>FRM-CODE</c> when a code is not in the vocabulary.</exception>
    public static CodeSet Of(Vocabulary vocabulary, IEnumerable<string>? chosen, string? field = null)
    {
        if (chosen is null) return Empty;
        var terms = new SortedSet<int>();
        foreach (var code in chosen)
            if (!string.IsNullOrWhiteSpace(code)) terms.Add(vocabulary.Require(code, field).Position);
        return terms.Count == 0 ? Empty : new CodeSet([.. terms.Select(p => vocabulary.Terms[p].Code)]);
    }

    public int Count => codes.Length;
    public string this[int index] => codes[index];
    public bool Contains(string code) => Array.IndexOf(codes, code) >= 0;
    public IEnumerable<Term> Terms => codes.Select(c => Vocabularies.Find(c)!);

    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)codes).GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(CodeSet? other) => other is not null && codes.AsSpan().SequenceEqual(other.codes);
    public override bool Equals(object? obj) => Equals(obj as CodeSet);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var code in codes) hash.Add(code, StringComparer.Ordinal);
        return hash.ToHashCode();
    }

    public override string ToString() => string.Join(' ', codes);
}
