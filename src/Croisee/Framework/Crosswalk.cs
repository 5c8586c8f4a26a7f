namespace Croisee.Framework;

/// <summary>
/// The degrees beside two ladders known abroad (domain 2.2), to read and to translate: Arnstein's eight rungs (1969) and IAP2's five.
/// It relates, it does not equate: a degree may stand on several rungs.
/// </summary>
public static class Crosswalk
{
    public static IReadOnlyList<Rung> Arnstein { get; } =
    [
        new(1, "manipulation", "manipulation"), new(2, "thérapie", "therapy"), new(3, "information", "informing"), new(4, "consultation", "consultation"),
        new(5, "conciliation", "placation"), new(6, "partenariat", "partnership"), new(7, "délégation de pouvoir", "delegated power"), new(8, "contrôle citoyen", "citizen control"),
    ];

    public static IReadOnlyList<Rung> Iap2 { get; } =
    [
        new(1, "informer", "inform"), new(2, "consulter", "consult"), new(3, "impliquer", "involve"), new(4, "collaborer", "collaborate"), new(5, "donner le pouvoir", "empower"),
    ];

    public static IReadOnlyList<CrosswalkRow> Rows { get; } = [.. Vocabularies.Degree.Terms.Select(Row)];

    public static CrosswalkRow Of(string degree) => Rows[Degree.Rank(degree) - 1];

    static CrosswalkRow Row(Term degree) => new(
        degree,
        [.. degree.List("arnstein").Select(n => Arnstein[n.GetInt32() - 1])],
        [.. degree.List("disguised").Select(n => Arnstein[n.GetInt32() - 1])],
        [.. degree.List("iap2").Select(w => Iap2.Single(i => i.English == w.GetString()))]);
}

/// <summary>A rung of another ladder, counted from the bottom, from 1.</summary>
public sealed record Rung(int Number, string Name, string English);

/// <summary>One degree and its neighbours. <paramref name="WhenDisguised"/>: the rungs it falls to when it is only for show.</summary>
public sealed record CrosswalkRow(Term Degree, IReadOnlyList<Rung> Arnstein, IReadOnlyList<Rung> WhenDisguised, IReadOnlyList<Rung> Iap2);
