using System.Text.Json;
using System.Text.Json.Serialization;

namespace Croisee.Surveys.Content;

/// <summary>
/// <c>{"all":[…]}</c>, <c>{"any":[…]}</c>, <c>{"not":…}</c>, <c>{"answered":"q1"}</c>, <c>{"field":"q1","chosen":"OUN_OUI"}</c>,
/// <c>{"field":"q2","is":">=","than":3}</c>, <c>{"count":"q3","is":">=","than":2}</c>.
/// </summary>
sealed class ConditionJson : JsonConverter<Condition>
{
    public override Condition Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => Of(JsonElement.ParseValue(ref reader), 1);

    static Condition Of(JsonElement json, int depth)
    {
        if (depth > Condition.DepthMax) throw new JsonException("Une condition est trop imbriquée.");
        if (json.ValueKind is not JsonValueKind.Object) throw Unknown();
        if (json.TryGetProperty("all", out var all)) return new AllOf(Parts(all, depth));
        if (json.TryGetProperty("any", out var any)) return new AnyOf(Parts(any, depth));
        if (json.TryGetProperty("not", out var not)) return new Not(Of(not, depth + 1));
        if (json.TryGetProperty("answered", out var answered)) return new Answered(Text(answered));
        if (json.TryGetProperty("count", out var count)) return new Counted(Text(count), Sign(json), Bound(json));
        if (!json.TryGetProperty("field", out var field)) throw Unknown();
        return json.TryGetProperty("chosen", out var option) ? new Chosen(Text(field), Text(option)) : new Compared(Text(field), Sign(json), Bound(json));
    }

    static List<Condition> Parts(JsonElement json, int depth) =>
        json.ValueKind is JsonValueKind.Array ? [.. json.EnumerateArray().Select(p => Of(p, depth + 1))] : throw Unknown();

    static string Text(JsonElement json) => json.ValueKind is JsonValueKind.String ? json.GetString()! : throw Unknown();

    static Comparison Sign(JsonElement json) => json.TryGetProperty("is", out var sign) && Comparisons.Read(Text(sign)) is { } known ? known : throw Unknown();

    static int Bound(JsonElement json) => json.TryGetProperty("than", out var bound) && bound.ValueKind is JsonValueKind.Number && bound.TryGetInt32(out var number) ? number : throw Unknown();

    static JsonException Unknown() => new("Une condition ne se lit pas : voir le schéma.");

    public override void Write(Utf8JsonWriter writer, Condition value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        switch (value)
        {
            case AllOf all: Parts(writer, "all", all.Parts, options); break;
            case AnyOf any: Parts(writer, "any", any.Parts, options); break;
            case Not not: writer.WritePropertyName("not"); Write(writer, not.Part, options); break;
            case Answered answered: writer.WriteString("answered", answered.Field); break;
            case Chosen chosen: writer.WriteString("field", chosen.Field); writer.WriteString("chosen", chosen.Option); break;
            case Compared compared: Bounded(writer, "field", compared.Field, compared.Sign, compared.Bound); break;
            case Counted counted: Bounded(writer, "count", counted.Field, counted.Sign, counted.Bound); break;
        }
        writer.WriteEndObject();
    }

    void Parts(Utf8JsonWriter writer, string name, IReadOnlyList<Condition> parts, JsonSerializerOptions options)
    {
        writer.WriteStartArray(name);
        foreach (var part in parts) Write(writer, part, options);
        writer.WriteEndArray();
    }

    static void Bounded(Utf8JsonWriter writer, string name, string field, Comparison sign, int bound)
    {
        writer.WriteString(name, field);
        writer.WriteString("is", sign.Sign());
        writer.WriteNumber("than", bound);
    }
}
