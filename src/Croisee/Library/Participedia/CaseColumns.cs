using Croisee.Framework;

namespace Croisee.Library.Participedia;

/// <summary>The columns that a number of cases need, and each case in them: reading the lines again gives the same.</summary>
sealed class CaseColumns
{
    readonly SortedSet<(string Field, string Language)> texts = [];
    readonly SortedDictionary<string, int> values = new(StringComparer.Ordinal);

    public void Meet(CaseContent content)
    {
        foreach (var (field, said) in content.Texts) texts.UnionWith(said.Keys.Select(language => (field, language)));
        foreach (var (field, said) in content.Values) values[field] = Math.Max(values.GetValueOrDefault(field), said.Count);
    }

    public IEnumerable<string> Head =>
    [
        CaseColumn.Number, CaseColumn.Original, CaseColumn.Licence, CaseColumn.Source, .. texts.Select(t => $"{t.Field}_{t.Language}"),
        .. Numbered.Select(v => Crosswalks.ByField[v.Field].Many ? $"{v.Field}_{v.At}" : v.Field),
    ];

    public IEnumerable<string?> Line(ImportedCase one)
    {
        var content = one.Read();
        return [one.Number, one.Language, one.Licence, $"{ImportedCase.Attribution} : {one.Address}", .. texts.Select(t => content.Texts.GetValueOrDefault(t.Field)?.GetValueOrDefault(t.Language)),
            .. Numbered.Select(v => content.Values.GetValueOrDefault(v.Field)?.ElementAtOrDefault(v.At - 1))];
    }

    IEnumerable<(string Field, int At)> Numbered => values.SelectMany(v => Enumerable.Range(1, v.Value).Select(i => (v.Key, i)));
}
