using System.Text.Json;
using System.Text.Json.Serialization;
using Croisee.Rules;

namespace Croisee.Library.Participedia;

/// <summary>
/// A case taken over from Participedia, in a collection of its own: never among our sheets, never counted with them, always with its source and licence.
/// Nobody here signed it. It holds what the crosswalk keeps, field by field, as the file said it.
/// </summary>
public sealed class ImportedCase
{
    public const int TitleMax = 500, LicenceMax = 60;
    public const string Attribution = "Importé de Participedia";

    ImportedCase() { }

    public ImportedCase(string number, string language, string licence, CaseContent content, DateTime now)
    {
        Id = Guid.CreateVersion7();
        (Number, ImportedAt) = (number, now);
        Tell(language, licence, content, now);
    }

    public Guid Id { get; private set; }
    /// <summary>Its number there, which its address holds.</summary>
    public string Number { get; private set; } = "";
    /// <summary>The language in which it was first written.</summary>
    public string Language { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string Licence { get; private set; } = "";
    /// <summary><see cref="CaseContent"/>.</summary>
    public string Content { get; private set; } = "";
    public DateTime ImportedAt { get; private set; }

    public string Address => "https://participedia.net/case/" + Number;

    /// <summary>What a newer file says in place of what an older one said.</summary>
    public void Tell(string language, string licence, CaseContent content, DateTime now)
    {
        var title = content.Text("title", language) ?? throw new RuleBroken("IMPORT", "Un cas a un titre.", "title");
        (Language, Title, Licence, Content, ImportedAt) = (language, title.Length > TitleMax ? title[..TitleMax] : title, licence, content.ToJson(), now);
    }

    public CaseContent Read() => CaseContent.FromJson(Content);
}

/// <summary>The kept fields of a case: values in their order, and the texts that exist in several languages.</summary>
public sealed class CaseContent
{
    public SortedDictionary<string, List<string>> Values { get; set; } = new(StringComparer.Ordinal);
    /// <summary>Field → language → text.</summary>
    public SortedDictionary<string, SortedDictionary<string, string>> Texts { get; set; } = new(StringComparer.Ordinal);

    public string? Text(string field, string language) => Say(field, language)?.Text;

    /// <summary>The text and the language it is really in: the one asked for, or the first that there is.</summary>
    public CaseText? Say(string field, string language) => Texts.GetValueOrDefault(field) is not { Count: > 0 } said ? null : said.TryGetValue(language, out var text) ? new(text, language) : new(said.First().Value, said.First().Key);

    public string ToJson() => JsonSerializer.Serialize(this, CaseJson.Default.CaseContent);
    public static CaseContent FromJson(string json) => JsonSerializer.Deserialize(json, CaseJson.Default.CaseContent)!;
}

/// <summary>A text of a case, and its language.</summary>
public sealed record CaseText(string Text, string Language);

[JsonSerializable(typeof(CaseContent))]
sealed partial class CaseJson : JsonSerializerContext;
