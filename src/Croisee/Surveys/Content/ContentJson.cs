using System.Text.Json;
using System.Text.Json.Serialization;

namespace Croisee.Surveys.Content;

/// <summary>A questionnaire as JSON, the form of its schema (<c>/questionnaires/schema.json</c>): stored, exported and imported alike.</summary>
public static class ContentJson
{
    /// <summary>Characters; a questionnaire of a hundred questions in five languages stays far below.</summary>
    public const int LongestFile = 1_000_000;

    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
        MaxDepth = 32,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };
    static readonly JsonSerializerOptions Indented = new(Options) { WriteIndented = true };

    public static string Write(QuestionnaireContent content, bool indented = false) => JsonSerializer.Serialize(content, indented ? Indented : Options);

    /// <summary>What was written by this house.</summary>
    public static QuestionnaireContent Read(string json) => JsonSerializer.Deserialize<QuestionnaireContent>(json, Options)!;

    /// <summary>What somebody sends: a French sentence instead of a questionnaire when it cannot be read. Whether it can be put to people is <see cref="ContentFaults"/>'s.</summary>
    public static (QuestionnaireContent? Content, string? Fault) TryRead(string json)
    {
        if (json.Length > LongestFile) return (null, "Ce fichier est trop grand pour un questionnaire.");
        try
        {
            if (ControlSigns.StandIn(json)) return (null, "Ce fichier contient des signes qui ne sont pas du texte, comme « \\u0000 ». Retirez-les.");
            if (Read(json) is not { } content || !IsWhole(content)) return (null, "Ce fichier est vide ou incomplet : il faut un titre, des parties et des questions.");
            // The editor knows a part by its code: what is written of one would be written over the other.
            return content.Sections.GroupBy(s => s.Code, UsedCodes.Same).FirstOrDefault(g => g.Skip(1).Any()) is { } twins ? (null, WordingFaults.SameCode(twins.Key)) : (content, null);
        }
        catch (InvalidOperationException)
        {
            return (null, "Un texte de ce fichier n’est pas du texte.");
        }
        catch (JsonException broken)
        {
            return (null, $"Ce fichier ne se lit pas comme un questionnaire (ligne {(broken.LineNumber ?? 0) + 1}{(broken.Path is { Length: > 1 } path ? $", à {path}" : "")}).");
        }
    }

    /// <summary>JSON can leave out or void what the types promise.</summary>
    static bool IsWhole(QuestionnaireContent content) =>
        Said(content.Title) && content.Sections is not null && content.Languages is not null && content.Languages.All(l => l is { Tag: not null, Name: not null })
        && content.Sections.All(s => s is { Code: not null, Questions: not null } && (s.Title is null || Said(s.Title)) && s.Questions.All(IsWhole));

    static bool IsWhole(AskedQuestion question) =>
        question is { Code: not null, Options: not null, Items: not null } && Said(question.Text) && (question.Help is null || Said(question.Help))
        && question.Options.All(o => o is { Code: not null } && Said(o.Text)) && question.Items.All(i => i is { Code: not null } && Said(i.Text) && Said(i.Far)) && Said(question.Far);

    static bool Said(Wording? wording) => wording is { Text: not null };

    static bool Said(FarName? far) => far is null or { Name: not null } && far?.Answers?.Values.All(code => code is not null) is not false;
}
