using System.Text.Json;
using System.Text.Json.Serialization;

namespace Croisee.Surveys.Disclosure;

/// <summary>
/// A tally in a history is a row of numbers, the answers first: a survey of eighty places and forty questions keeps three hundred thousand of them, most of them empty.
/// Those that were kept with their names are read as well.
/// </summary>
sealed class TallyJson : JsonConverter<Tally>
{
    public override Tally Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.StartArray)
        {
            reader.Read();
            var answers = reader.GetInt32();
            return new(answers, Rest(ref reader));
        }

        var (named, counts) = (0, Array.Empty<int>());
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var isAnswers = reader.ValueTextEquals(nameof(Tally.Answers));
            reader.Read();
            if (isAnswers) named = reader.GetInt32(); else counts = Rest(ref reader);
        }
        return new(named, counts);
    }

    /// <summary>Up to the end of the row.</summary>
    static int[] Rest(ref Utf8JsonReader reader)
    {
        List<int> numbers = [];
        while (reader.Read() && reader.TokenType is JsonTokenType.Number) numbers.Add(reader.GetInt32());
        return [.. numbers];
    }

    public override void Write(Utf8JsonWriter writer, Tally value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Answers);
        foreach (var count in value.Counts) writer.WriteNumberValue(count);
        writer.WriteEndArray();
    }
}
