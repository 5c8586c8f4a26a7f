namespace Croisee.Surveys.Content;

/// <summary>What one person answered, by field code: the codes chosen, in order, or the text typed. A field that is absent was passed.</summary>
public sealed class GivenAnswers
{
    readonly SortedDictionary<string, IReadOnlyList<string>> values = new(StringComparer.Ordinal);

    public GivenAnswers() { }

    public GivenAnswers(IEnumerable<KeyValuePair<string, string[]>> from)
    {
        foreach (var (code, chosen) in from) Set(code, chosen);
    }

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Values => values;

    public IReadOnlyList<string> this[string code] => values.GetValueOrDefault(code, []);

    /// <summary>
    /// Nothing was answered at all: every question passed, or refused with the house's own words. « Je ne sais pas » of a scale is an answer; so is a text alone, which lies apart afterwards: only before is the difference known.
    /// </summary>
    public bool IsBlank => values.Count == 0;

    public bool Has(string code) => values.ContainsKey(code);

    public void Set(string code, IReadOnlyList<string> chosen)
    {
        if (chosen.Count == 0) values.Remove(code);
        else values[code] = chosen;
    }

    public void Remove(string code) => values.Remove(code);
}
