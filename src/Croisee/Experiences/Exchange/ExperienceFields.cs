using System.Collections.Frozen;
using System.Text.Json;
using Croisee.Rules;

namespace Croisee.Experiences.Exchange;

/// <summary>The field dictionary of domain 1.4, once, for every way in and out: CSV, JSON, the demonstration.</summary>
public static class ExperienceFields
{
    internal const string Imported = "SAI_IMPORTE";
    const string DemoKey = "demo", DemoMode = "mode_saisie";

    internal static IReadOnlyList<Field> All { get; } = [.. SheetFields.Before, .. AccountFields.All, .. SheetFields.After, .. DecisionFields.All];
    internal static FrozenDictionary<string, Field> ByCode { get; } = All.ToFrozenDictionary(f => f.Code, StringComparer.OrdinalIgnoreCase);
    static readonly FrozenDictionary<string, Field[]> ByKey = All.GroupBy(f => f.JsonKey).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
    static readonly FrozenDictionary<string, Field> ByPath = All.ToFrozenDictionary(f => f.Path, StringComparer.Ordinal);

    /// <summary>Reads one experience in the shape of <c>demo/experiences.json</c>: the codes of the dictionary as keys. Never throws on what the file says; faults are listed.</summary>
    public static ReadExperience Read(JsonElement json)
    {
        var row = new ExchangeRow();
        var errors = TakeIn(json, row);
        errors.AddRange(Faults(row));
        return new(row.Account, row.Contact(), row.PublicationAgreed is true, row.Recontact is true, row.EntryMode ?? Imported, errors) { WrittenBy = row.WrittenBy, ReadByPersons = row.ReadByPersons };
    }

    /// <summary>Fills <paramref name="row"/> from a JSON object, field by field.</summary>
    internal static List<FieldError> TakeIn(JsonElement json, ExchangeRow row)
    {
        if (json.ValueKind is not JsonValueKind.Object) return [new("", "Chaque expérience est un objet JSON.")];
        var errors = new List<FieldError>();
        foreach (var given in json.EnumerateObject())
        {
            if (given.Name.EndsWith(Field.Companion, StringComparison.Ordinal) && ByKey.ContainsKey(given.Name[..^Field.Companion.Length])) continue;
            if (given.Name == DemoKey) { TakeDemo(given.Value, row, errors); continue; }
            if (!ByKey.TryGetValue(given.Name, out var fields)) { errors.Add(new(Field.Shown(given.Name), Unknown(given.Name, ByKey.Keys))); continue; }
            foreach (var field in fields.Where(f => f.Way is not Way.OutOnly))
                if (Part(given.Value, field, errors) is { } value && field.Take(value, row) is { } fault) errors.Add(new(field.Code, fault));
        }
        return errors;
    }

    /// <summary>The value of a field alone, or its part of an object that several fields share.</summary>
    static JsonElement? Part(JsonElement given, Field field, List<FieldError> errors)
    {
        if (field.JsonPart is null || given.ValueKind is JsonValueKind.Null) return given;
        if (given.ValueKind is JsonValueKind.Object) return given.TryGetProperty(field.JsonPart, out var part) ? part : null;
        if (field.Code == field.JsonKey) errors.Add(new(field.Code, $"Écrivez un objet : {string.Join(", ", ByKey[field.JsonKey].Select(f => f.JsonPart))}."));
        return null;
    }

    static void TakeDemo(JsonElement demo, ExchangeRow row, List<FieldError> errors)
    {
        if (demo.ValueKind is JsonValueKind.Object && demo.TryGetProperty(DemoMode, out var mode) && ByCode[DemoMode].Take(mode, row) is { } fault) errors.Add(new(DemoMode, fault));
    }

    internal static string Unknown(string given, IEnumerable<string> known) =>
        $"« {Field.Shown(given)} » n’est pas un champ connu." + (Nearest.To(given.Trim(), known) is { } near ? $" Vouliez-vous dire {near} ?" : "");

    /// <summary>What is wrong once all cells were taken in: limits of the form, contact data.</summary>
    internal static IEnumerable<FieldError> Faults(ExchangeRow row) => AccountFaults.Of(row.Account).Select(f => new FieldError(CodeOf(f.Path), f.Sentence)).Concat(ContactFaults(row));

    /// <summary>What is missing before this row can be an experience that was sent (fields marked « obligatoire »).</summary>
    internal static IEnumerable<FieldError> Missing(ExchangeRow row) => AccountFaults.Missing(row.Account).Select(m => new FieldError(CodeOf(m.Path), m.Sentence));

    static IEnumerable<FieldError> ContactFaults(ExchangeRow row)
    {
        foreach (var (code, text, most) in new[] { ("contact_nom", row.ContactName, Contact.NameMax), ("contact_role", row.ContactRole, Contact.RoleMax), ("contact_tel", row.ContactPhone, Contact.PhoneMax) })
            if (text?.Length > most) yield return new(code, $"C’est trop long : {most} caractères au plus.");
        if (row.Contact() is not { } details) yield break;
        RuleBroken? broken = null;
        try { ContactDetails.Check(details); }
        catch (RuleBroken e) { broken = e; }
        if (broken is not null) yield return new(broken.Field switch { "Name" => "contact_nom", "Email" => "contact_mail", _ => "contact_public" }, broken.Message);
    }

    /// <summary>Column of a place in a row; the lines of a repeatable field belong to its column.</summary>
    static string CodeOf(string path) => ByPath.TryGetValue(path, out var field) ? field.Code : ByPath.FirstOrDefault(p => path.StartsWith(p.Key + ".", StringComparison.Ordinal)).Value?.Code ?? "";
}
