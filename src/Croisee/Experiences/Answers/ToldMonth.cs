using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Croisee.Experiences.Answers;

/// <summary>A month and a year as people write them: in figures, in words, or the year alone. The form and a file are read alike.</summary>
public static partial class ToldMonth
{
    static readonly string[] Months = ["janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"];

    /// <summary>First day of the month told in figures (of January for a year alone). Null for anything else: of a text that only holds a year, no month is made up.</summary>
    public static DateOnly? InFigures(string? text)
    {
        if (text is null || Shape().Match(text) is not { Success: true } told) return null;
        return new(Number(told.Groups["year"]), told.Groups["month"].Success ? Number(told.Groups["month"]) : 1, 1);
    }

    /// <summary>The same, of a month in words too.</summary>
    public static DateOnly? Read(string? text) => InFigures(Canonical(text));

    /// <summary>As it is stored: <c>2019-03</c>, or the year alone; what cannot be read stays as it was typed.</summary>
    public static string? Canonical(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var said = text.Trim();
        if (InFigures(said) is not { } month) return InAnotherShape(said) ?? said;
        return said.Length == 4 ? said : month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// A whole date, as a spreadsheet likes to make of a month, keeps its month; so do « mars 2019 » and <c>mars-19</c>, which a French one shows and saves in place
    /// of 2019-03. Null for anything else.
    /// </summary>
    public static string? InAnotherShape(string text)
    {
        if (Day().Match(text.Trim()) is { Success: true } day) return $"{day.Groups["year"].Value}-{day.Groups["month"].Value.PadLeft(2, '0')}";
        return Named().Match(text.Trim()) is { Success: true } named && MonthOf(named.Groups["month"].Value) is { } month ? $"{YearOf(named.Groups["year"].Value)}-{month:00}" : null;
    }

    /// <summary>« janv », « févr. », « sept », « juil »: as many letters as only one month has, three at least (« jui » is two of them).</summary>
    static int? MonthOf(string said)
    {
        var word = string.Concat(Slugs.Words(said));
        var like = Months.Index().Where(m => m.Item.StartsWith(word, StringComparison.Ordinal)).ToList();
        return word.Length >= 3 && like is [var only] ? only.Index + 1 : null;
    }

    /// <summary>Two figures as spreadsheets read them: up to 29 they are of this century.</summary>
    static string YearOf(string said) => said.Length == 4 ? said : (int.Parse(said, CultureInfo.InvariantCulture) < 30 ? "20" : "19") + said;

    static int Number(Group figures) => int.Parse(figures.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*(?:(?<year>(?:19|20)[0-9]{2})-(?<month>0[1-9]|1[0-2])|(?<month>0?[1-9]|1[0-2])\s*[/.-]\s*(?<year>(?:19|20)[0-9]{2})|(?<year>(?:19|20)[0-9]{2}))\s*$", RegexOptions.None, 1000)] private static partial Regex Shape();
    [GeneratedRegex(@"^(?:(?<year>[0-9]{4})-(?<month>[0-9]{2})-[0-9]{2}|[0-9]{1,2}/(?<month>[0-9]{1,2})/(?<year>[0-9]{4}))(?: 00:00(?::00)?)?$", RegexOptions.None, 1000)] private static partial Regex Day();
    [GeneratedRegex(@"^(?<month>\p{L}{3,9})\.?[\s-]*(?<year>[0-9]{4}|[0-9]{2})$", RegexOptions.None, 1000)] private static partial Regex Named();
}

/// <summary>An answer that is a month, as <see cref="ToldMonth"/> reads it, or nothing.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MonthAttribute() : ValidationAttribute("Écrivez un mois et une année, par exemple 03/2019, ou l’année seule.")
{
    public override bool IsValid(object? value) => value is null || value is string told && (string.IsNullOrWhiteSpace(told) || ToldMonth.Read(told) is not null);
}
