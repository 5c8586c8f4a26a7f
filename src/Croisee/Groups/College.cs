namespace Croisee.Groups;

/// <summary>A side of the table. "College" as in electoral college: people counted together because they speak from the same place.</summary>
public enum College
{
    ServiceUsers,
    Relatives,
    Professionals,
    DecisionMakers,
    Partners,
}

/// <summary>How a college is called in French. Labels name a category and never a condition (RGP-R1).</summary>
public static class CollegeWords
{
    /// <summary>The two colleges whose equality is parity (EXP-R7), in the order they are shown face to face.</summary>
    public static readonly IReadOnlyList<College> Facing = [College.ServiceUsers, College.Professionals];

    public static string One(this College college) => college switch
    {
        College.ServiceUsers => "personne concernée",
        College.Relatives => "proche ou représentant",
        College.Professionals => "professionnel",
        College.DecisionMakers => "décideur",
        College.Partners => "partenaire",
        _ => throw new ArgumentOutOfRangeException(nameof(college)),
    };

    public static string Many(this College college) => college switch
    {
        College.ServiceUsers => "personnes concernées",
        College.Relatives => "proches et représentants",
        College.Professionals => "professionnels",
        College.DecisionMakers => "décideurs",
        College.Partners => "partenaires",
        _ => throw new ArgumentOutOfRangeException(nameof(college)),
    };

    /// <summary>The college's name as a title: « Personnes concernées ».</summary>
    public static string Title(this College college) => string.Concat(char.ToUpperInvariant(college.Many()[0]).ToString(), college.Many().AsSpan(1));

    /// <summary>« 1 personne concernée », « 6 professionnels ». In French zero is singular.</summary>
    public static string Counted(this College college, int count) => $"{count} {(count < 2 ? college.One() : college.Many())}";

    /// <summary>« a, b et c ».</summary>
    public static string Listed(this IReadOnlyList<string> words) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.Take(words.Count - 1))} et {words[^1]}";
}
