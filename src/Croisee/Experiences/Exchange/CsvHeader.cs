using System.Collections.Frozen;
using Croisee.Ui.Tables;

namespace Croisee.Experiences.Exchange;

/// <summary>What each column of a file is: a field, a companion with labels (passed over), or a fault.</summary>
sealed class CsvHeader
{
    /// <summary>The dictionary has some 130 columns with their companions.</summary>
    public const int ColumnsMax = 400;

    readonly Field?[] fields;
    readonly string[] names;

    public CsvHeader(IReadOnlyList<string> cells, long line, List<FieldError> errors)
    {
        names = [.. cells.Select(c => c.Trim())];
        fields = [.. names.Select(Find)];
        for (var i = 0; i < names.Length; i++)
            if (names[i].Length > 0 && fields[i] is null && !IsCompanion(names[i])) errors.Add(new(Field.Shown(names[i]), Unknown(names[i]), line));
        foreach (var twice in fields.OfType<Field>().GroupBy(f => f.Code).Where(g => g.Count() > 1)) errors.Add(new(twice.Key, "Cette colonne est là plusieurs fois. Gardez-en une.", line));
    }

    public int Count => names.Length;

    /// <summary>Fills <paramref name="row"/> from the cells of one line. Spreadsheets leave columns without a name behind the last one: only what stands in them is a fault.</summary>
    public IEnumerable<FieldError> TakeIn(IReadOnlyList<string> cells, long line, ExchangeRow row)
    {
        for (var i = 0; i < names.Length; i++)
            if (names[i].Length == 0 && !string.IsNullOrWhiteSpace(cells[i])) yield return new($"n° {i + 1}", "Cette colonne n’a pas de nom.", line);
        for (var i = 0; i < fields.Length; i++)
            if (fields[i] is { Way: not Way.OutOnly } field && field.Take(FormulaGuard.Remove(cells[i]), row) is { } fault) yield return new(field.Code, fault, line);
    }

    /// <summary>How many of these names the dictionary knows: tells a semicolon file from a comma file.</summary>
    public static int CountKnown(IEnumerable<string> names) => names.Count(n => n.Length < 200 && (Find(n.Trim().Trim('"')) is not null || IsCompanion(n.Trim().Trim('"'))));

    /// <summary>Where no name is near, it is a column of somebody's own: what to do with it is said.</summary>
    static string Unknown(string name) => ExperienceFields.Unknown(name, Known) is var said && said.EndsWith('?') ? said : said + " Donnez-lui le nom d’un champ, ou enlevez cette colonne du fichier.";

    static IEnumerable<string> Known => ExperienceFields.All.Select(f => f.Code);

    static Field? Find(string name) => ExperienceFields.ByCode.TryGetValue(name, out var field) ? field : ByLabel.GetValueOrDefault(Key(name));

    /// <summary>By the words that people see, whatever the apostrophe, the spaces before « ? » and the accents of whoever typed them.</summary>
    static readonly FrozenDictionary<string, Field> ByLabel = ExperienceFields.All.GroupBy(f => Key(f.Label)).ToFrozenDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    static string Key(string name) => string.Join(' ', Slugs.Words(name));

    static bool IsCompanion(string name) => name.EndsWith(Field.Companion, StringComparison.OrdinalIgnoreCase) && ExperienceFields.ByCode.TryGetValue(name[..^Field.Companion.Length], out var field) && field.HasWords;
}
