namespace Croisee.Framework;

/// <summary>Which region a department lies in, and what the first signs of a FINESS number say of it.</summary>
public static class Departments
{
    public static string? RegionOf(string? department) => Vocabularies.Department.Find(department)?.Parent;

    /// <summary>Of one region, in the order of their numbers.</summary>
    public static IEnumerable<Term> In(string region) => Vocabularies.Department.Under(region);

    /// <summary>
    /// Two signs on the mainland and in Corsica; overseas 97 and a digit that is not the department's (Guadeloupe 9701 to La Réunion 9704), and 98 for Mayotte.
    /// Null when they name none: a number that was invented, or an island that has no department.
    /// </summary>
    public static string? OfFiness(string? number)
    {
        if (number is not { Length: 9 }) return null;
        var code = number[..2] switch
        {
            "97" => number[2] == '0' ? "97" + number[3] : null,
            "98" => number.StartsWith("9805", StringComparison.Ordinal) ? "976" : null,
            var two => two,
        };
        return Vocabularies.Department.Find("DEP_" + code)?.Code;
    }
}
