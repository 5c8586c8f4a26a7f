using System.Text.Json;
using System.Text.RegularExpressions;
using Croisee.Surveys.Content;
using Croisee.Surveys.Exchange;
using Croisee.Surveys.Instruments;
using Xunit;

namespace Croisee.Tests.Surveys.Exchange;

/// <summary>The published schema says what our files are: all of ours pass it, and what the reader refuses for its shape does not.</summary>
[Trait("kind", "pure")]
public sealed class SchemaTest
{
    static readonly JsonElement Schema = JsonDocument.Parse(SchemaModel.Bytes).RootElement.Clone();

    static List<string> Faults(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. Check(Schema, document.RootElement, "$")];
    }

    /// <summary>Of another tool, with its names.</summary>
    static readonly QuestionnaireContent Named = new(new Wording("Essai")) { Sections = [new("p1") { Questions = [new("avis", QuestionKind.Matrix, new Wording("Votre avis")) { Far = new("1"), Scale = "V-OUINON", Items = [new("avis_1", new Wording("Les repas")) { Far = new("1.1") { Answers = new Dictionary<string, string> { ["2"] = "OUN_OUI" } } }] }] }] };

    [Fact]
    public void All_our_questionnaires_pass()
    {
        foreach (var content in ReadyInstruments.All.Select(i => i.Content).Append(Given.EveryKind).Append(Named).Concat(Enumerable.Range(0, 100).Select(MadeContent.Of)))
            Assert.Empty(Faults(ContentJson.Write(content)));
    }

    /// <summary>Files written while a questionnaire repeated its questions beside its parts: still read, and no longer written so.</summary>
    [Fact]
    public void Reads_a_file_that_says_its_questions_twice()
    {
        var before = "{\"title\":{\"text\":\"x\"},\"sections\":[{\"code\":\"p\",\"questions\":[{\"code\":\"q\",\"kind\":\"shortText\",\"text\":{\"text\":\"Un mot ?\"},\"options\":[],\"items\":[],\"textMax\":200}]}],\"languages\":[],\"questions\":[{\"code\":\"q\",\"kind\":\"shortText\",\"text\":{\"text\":\"Un mot ?\"}}],\"fields\":[{\"code\":\"q\"}]}";
        var (content, fault) = ContentJson.TryRead(before);
        Assert.Null(fault);
        Assert.DoesNotContain("fields", ContentJson.Write(content!), StringComparison.Ordinal);
        Assert.Single(content!.Questions);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"title\":null,\"sections\":[]}")]
    [InlineData("{\"title\":{\"text\":\"x\"},\"sections\":[null]}")]
    [InlineData("{\"title\":{\"text\":\"x\"},\"sections\":[{\"code\":\"p\",\"questions\":[{\"code\":\"q\",\"kind\":\"telepathie\",\"text\":{\"text\":\"x\"}}]}]}")]
    [InlineData("{\"title\":{\"text\":\"x\"},\"sections\":[{\"code\":\"p\",\"questions\":[],\"shownIf\":{\"field\":\"q\",\"is\":\"~\",\"than\":1}}]}")]
    [InlineData("{\"title\":{\"text\":\"x\"},\"sections\":[{\"code\":\"p\",\"questions\":[{\"code\":\"q\",\"text\":{\"text\":\"x\"},\"far\":{\"answers\":{}}}]}]}")]
    [InlineData("{\"title\":{\"text\":\"x\"},\"sections\":[{\"code\":\"p\",\"questions\":[{\"code\":\"q\",\"text\":{\"text\":\"x\"},\"far\":{\"name\":\"1\",\"answers\":{\"2\":null}}}]}]}")]
    [InlineData("{\"title\":{\"text\":\"x\"},\"sections\":[],\"script\":\"alert(1)\"}")]
    public void What_the_reader_refuses_for_its_shape_fails(string json)
    {
        Assert.NotNull(ContentJson.TryRead(json).Fault);
        Assert.NotEmpty(Faults(json));
    }

    [Fact]
    public void Names_every_member_kind_and_scale_that_a_file_may_hold()
    {
        string[] Members(Type type) => [.. type.GetProperties().Where(p => p.GetSetMethod() is not null).Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)).Order(StringComparer.Ordinal)];
        string[] Said(JsonElement of) => [.. of.GetProperty("properties").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal)];
        var defined = Schema.GetProperty("$defs");
        Assert.Equal(Members(typeof(QuestionnaireContent)), Said(Schema));
        foreach (var (name, type) in new[] { ("section", typeof(Section)), ("question", typeof(AskedQuestion)), ("option", typeof(AnswerOption)), ("item", typeof(MatrixItem)), ("wording", typeof(Wording)), ("far", typeof(FarName)), ("language", typeof(LanguageState)) }) Assert.Equal(Members(type), Said(defined.GetProperty(name)));
        string[] Listed(string member) => [.. defined.GetProperty("question").GetProperty("properties").GetProperty(member).GetProperty("enum").EnumerateArray().Select(e => e.GetString()!)];
        Assert.Equal(Enum.GetNames<QuestionKind>().Select(JsonNamingPolicy.CamelCase.ConvertName), Listed("kind"));
        Assert.Equal(Scales.Each.Select(s => s.Code), Listed("scale"));
    }

    /// <summary>The part of JSON Schema 2020-12 that ours uses; another keyword is a fault of this check.</summary>
    static IEnumerable<string> Check(JsonElement schema, JsonElement value, string at) => schema.EnumerateObject().SelectMany(rule => Rule(schema, rule, value, at));

    static IEnumerable<string> Rule(JsonElement schema, JsonProperty rule, JsonElement value, string at)
    {
        string[] Unless(bool holds) => holds ? [] : [$"{at}: {rule.Name}"];
        var isObject = value.ValueKind is JsonValueKind.Object;
        return rule.Name switch
        {
            "$schema" or "$id" or "title" or "description" or "$defs" => [],
            "$ref" => Check(Schema.GetProperty("$defs").GetProperty(rule.Value.GetString()!["#/$defs/".Length..]), value, at),
            "type" => Unless(rule.Value.GetString() switch { "object" => isObject, "array" => value.ValueKind is JsonValueKind.Array, "string" => value.ValueKind is JsonValueKind.String, "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False, "integer" => value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out _), _ => throw new NotSupportedException(rule.Name) }),
            "enum" => Unless(rule.Value.EnumerateArray().Any(e => JsonElement.DeepEquals(e, value))),
            "pattern" => Unless(value.ValueKind is not JsonValueKind.String || Regex.IsMatch(value.GetString()!, rule.Value.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(1))),
            "minLength" => Unless(value.ValueKind is not JsonValueKind.String || value.GetString()!.Length >= rule.Value.GetInt32()),
            "maxLength" => Unless(value.ValueKind is not JsonValueKind.String || value.GetString()!.Length <= rule.Value.GetInt32()),
            "maxItems" => Unless(value.ValueKind is not JsonValueKind.Array || value.GetArrayLength() <= rule.Value.GetInt32()),
            "items" => value.ValueKind is JsonValueKind.Array ? value.EnumerateArray().SelectMany((e, i) => Check(rule.Value, e, $"{at}[{i}]")) : [],
            "required" => isObject ? rule.Value.EnumerateArray().Where(n => !value.TryGetProperty(n.GetString()!, out _)).Select(n => $"{at}: {n} is missing") : [],
            "properties" => isObject ? rule.Value.EnumerateObject().Where(p => value.TryGetProperty(p.Name, out _)).SelectMany(p => Check(p.Value, value.GetProperty(p.Name), $"{at}.{p.Name}")) : [],
            "additionalProperties" when !isObject => [],
            "additionalProperties" => value.EnumerateObject().Where(p => !schema.TryGetProperty("properties", out var known) || !known.TryGetProperty(p.Name, out _)).SelectMany(p => rule.Value.ValueKind is JsonValueKind.False ? [$"{at}.{p.Name}: unknown"] : Check(rule.Value, p.Value, $"{at}.{p.Name}")),
            "oneOf" => Unless(rule.Value.EnumerateArray().Count(s => !Check(s, value, at).Any()) == 1),
            _ => throw new NotSupportedException(rule.Name),
        };
    }
}
