using System.ComponentModel.DataAnnotations;

namespace Croisee.Experiences.Answers;

/// <summary>A repeatable line of text: at most so many lines, each at most so long.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LinesAttribute(int lines, int length) : ValidationAttribute
{
    public override bool IsValid(object? value) => value is not IEnumerable<string?> given || Fault(given) is null;

    public override string FormatErrorMessage(string name) => $"Écrivez {lines} lignes au plus, de {length} caractères au plus chacune.";

    string? Fault(IEnumerable<string?> given)
    {
        var said = given.Where(l => !string.IsNullOrWhiteSpace(l)).ToList();
        return said.Count > lines || said.Any(l => l!.Length > length) ? "lines" : null;
    }

    /// <summary>Puts <paramref name="text"/> in the line that <paramref name="field"/> names, e.g. <c>Goals[2]</c>.</summary>
    internal static void Put(List<string> list, string name, string field, string text)
    {
        if (field.StartsWith(name + "[", StringComparison.Ordinal) && int.TryParse(field[(name.Length + 1)..^1], out var at) && at >= 0 && at < list.Count) list[at] = text;
    }
}
