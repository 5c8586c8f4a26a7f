using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Croisee.Framework;

namespace Croisee.Experiences.Exchange;

/// <summary>Who may see a field (column « vis » of domain 1.4): everyone once published, the working group, or the organiser's agents only.</summary>
enum Reach { Public, Group, Agents }

/// <summary>Both ways; shown by an export and passed over by an import; or taken in and never given out (contact data, EXP-R4).</summary>
enum Way { Both, OutOnly, InOnly }

/// <summary>One field of the dictionary (domain 1.4): its column, its place in a row, and how its values are written in a cell and in JSON.</summary>
abstract class Field(string code, string label)
{
    public string Code { get; } = code;
    public string Label { get; } = label;
    public Reach Reach { get; init; }
    public Way Way { get; init; }
    public bool Required { get; init; }
    /// <summary>In JSON, the part of the object <see cref="JsonKey"/>; none when the field stands alone.</summary>
    public string? JsonPart { get; init; }
    public string JsonKey { get => field ?? Code; init; }
    /// <summary>Place in the row, for the faults that the attributes of the answers find.</summary>
    public abstract string Path { get; }
    /// <summary>What a cell holds, in French, for the codebook.</summary>
    public abstract string Kind { get; }
    public virtual Vocabulary? Vocabulary => null;

    /// <summary>End of the name of the column that shows the labels of a column of codes; an import passes over it.</summary>
    public const string Companion = "_libelle";
    public bool HasWords => Vocabulary is not null;
    /// <summary>The codes of <see cref="Cell"/> in the words of this instance.</summary>
    public virtual string InWords(ExchangeRow row) => "";

    public abstract string Cell(ExchangeRow row);
    /// <summary>Takes a cell in. Returns what is wrong with it, in French, or null.</summary>
    public abstract string? Take(string cell, ExchangeRow row);
    public abstract void Write(Utf8JsonWriter json, ExchangeRow row);
    /// <summary>Takes a JSON value in; null and absent are the same. Returns what is wrong, in French, or null.</summary>
    public abstract string? Take(JsonElement json, ExchangeRow row);

    protected static Vocabulary? VocabularyOf(MemberInfo member) => Known.GetOrAdd(member, m =>
        m.GetCustomAttribute<VocabularyAttribute>() is { } attribute ? Vocabularies.Get(attribute.Vocabulary) : null);

    /// <summary>Asked for every cell: reading the attribute each time took a twentieth of an import.</summary>
    static readonly ConcurrentDictionary<MemberInfo, Vocabulary?> Known = new();

    /// <summary>The text of a JSON string; false when it is none, or cannot be stored (a NUL, half of a sign).</summary>
    protected static bool Text(JsonElement json, out string text)
    {
        text = "";
        if (json.ValueKind is not JsonValueKind.String) return false;
        try { text = json.GetString()!; }
        catch (InvalidOperationException) { return false; }
        return !text.Contains('\0');
    }

    /// <summary>What was given, short and without signs that a terminal would obey.</summary>
    internal static string Shown(string given)
    {
        var shown = string.Concat(given.Take(61).Select(c => char.IsControl(c) ? ' ' : c));
        return shown.Length > 60 ? shown[..60] + "…" : shown;
    }
}
