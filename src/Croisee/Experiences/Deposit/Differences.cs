using System.Text.Json;
using Croisee.Experiences.Answers;
using Croisee.Framework;

namespace Croisee.Experiences.Deposit;

/// <summary>Where two tellings of one step differ, by the name of the field that asks for it (F24): what the other person saved, empty where they left or took out the answer.</summary>
static class Differences
{
    /// <summary>Expects both as they would be saved: only then is the same text the same to the letter, and each line beside its twin.</summary>
    public static IReadOnlyDictionary<string, string> Of(StepAnswers theirs, StepAnswers mine, Labels labels)
    {
        var (told, own) = (Fields(theirs), Fields(mine));
        return told.Keys.Union(own.Keys).Where(field => Letters(told, field) != Letters(own, field)).ToDictionary(field => field, field => told.TryGetValue(field, out var said) ? InWords(said, labels) : "");
    }

    static Dictionary<string, JsonElement> Fields(StepAnswers answers)
    {
        var fields = new Dictionary<string, JsonElement>();
        foreach (var member in JsonSerializer.SerializeToElement(answers, answers.GetType(), AnswersJson.Default).EnumerateObject()) Walk("Form." + member.Name, member.Value, fields);
        return fields;
    }

    static void Walk(string name, JsonElement told, Dictionary<string, JsonElement> fields)
    {
        switch (told.ValueKind)
        {
            case JsonValueKind.Object:
                // JSON does not tell a part (« Form.ForPersons.Text ») from an entry (« Form.Texts[…] »): only one of the two names is in the form, and it is asked by its name.
                foreach (var member in told.EnumerateObject())
                {
                    Walk($"{name}.{member.Name}", member.Value, fields);
                    Walk($"{name}[{member.Name}]", member.Value, fields);
                }
                break;
            case JsonValueKind.Array:
                // Several answers of a list are one field, lines are one field each.
                if (told.EnumerateArray().All(one => one.ValueKind is JsonValueKind.String)) fields[name] = told;
                foreach (var (at, one) in told.EnumerateArray().Index()) Walk($"{name}[{at}]", one, fields);
                break;
            default:
                fields[name] = told;
                break;
        }
    }

    /// <summary>Answers chosen from a list are the same in any order.</summary>
    static string Letters(Dictionary<string, JsonElement> fields, string field) =>
        !fields.TryGetValue(field, out var told) ? "" : told.ValueKind is JsonValueKind.Array ? string.Join('\n', told.EnumerateArray().Select(one => one.GetRawText()).Order(StringComparer.Ordinal)) : told.GetRawText();

    static string InWords(JsonElement told, Labels labels) => told.ValueKind switch
    {
        JsonValueKind.Array => string.Join(" ; ", told.EnumerateArray().Select(one => InWords(one, labels))),
        JsonValueKind.True => "oui",
        JsonValueKind.False => "non",
        JsonValueKind.String => labels.Of(told.GetString()),
        _ => told.ToString(),
    };
}
