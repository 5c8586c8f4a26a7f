using System.Globalization;
using System.Text.RegularExpressions;
using Croisee.Framework;

namespace Croisee.Library.Participedia;

/// <summary>A column of a file of cases, understood: a field of the crosswalk, which of its values (<c>purposes_2</c>) or which language (<c>title_fr</c>).</summary>
sealed partial record CaseColumn(string Name, Crosswalks.CaseField? Field, int At, string? Language)
{
    /// <summary>False for a column beside the field: a number, a count, an address of their site.</summary>
    bool Holds { get; init; } = true;

    public const string Number = "id", Original = "original_language", Licence = "licence", Source = "attribution", Kind = "type";
    static readonly HashSet<string> Frame = [Number, Original, Licence, Source, Kind];

    public static CaseColumn Of(string name)
    {
        name = name.Trim();
        if (Frame.FirstOrDefault(f => string.Equals(f, name, StringComparison.OrdinalIgnoreCase)) is { } frame) name = frame;
        // Their own table splits whoever organised it in three: the number and the address are in theirs, the name is what we keep.
        if (Crosswalks.ByColumn.TryGetValue(name, out var whole)) return new(name, whole.Field, 1, null) { Holds = whole.Holds };
        if (Ending().Match(name) is { Success: true } ending && Crosswalks.ByField.TryGetValue(ending.Groups["field"].Value, out var field))
        {
            var end = ending.Groups["end"].Value;
            if (field.Many && int.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at >= 1) return new(name, field, at, null);
            if (field.Translated && IsLanguage(end)) return new(name, field, 1, end);
        }
        return new(name, null, 1, null);
    }

    public bool IsKept => Holds && Field?.Kept is true;

    /// <summary>What becomes of this column, for whoever imports: mapped, kept without a twin, or left, and why.</summary>
    public string Told => Field switch
    {
        { } when !Holds => $"{Name} → non repris : un numéro, un compte, un nom ou une adresse de leur site, à côté de « {Field.Name} ».",
        { Ours: { } ours } => $"{Name} → {ours} ({Field.Relation}) : {Field.Reason}",
        { Kept: true } => $"{Name} → sans champ chez nous, gardé avec le cas : {Field.Reason}",
        { } => $"{Name} → non repris : {Field.Reason}",
        null when Frame.Contains(Name) => $"{Name} → le cadre de la collection",
        null => $"{Name} → non repris : ce champ n’est pas dans la table des correspondances.",
    };

    public static bool IsLanguage(string text) => text.Length == 2 && text.All(char.IsAsciiLetterLower);

    [GeneratedRegex("^(?<field>.+)_(?<end>[0-9]{1,2}|[a-z]{2})$", RegexOptions.NonBacktracking)] private static partial Regex Ending();
}
