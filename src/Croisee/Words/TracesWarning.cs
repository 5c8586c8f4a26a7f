namespace Croisee.Words;

/// <summary>What the writer reads when traces are found (rule <c>RGP-R2</c>): a warning and a proposal, never a refusal.</summary>
public static class TracesWarning
{
    private static readonly string[] Counts =
        ["Aucun", "Un", "Deux", "Trois", "Quatre", "Cinq", "Six", "Sept", "Huit", "Neuf", "Dix", "Onze", "Douze"];

    /// <summary>« Deux mots peuvent faire reconnaître quelqu’un »</summary>
    public static string Title(int count) => count == 1
        ? "Un mot peut faire reconnaître quelqu’un"
        : $"{(count < Counts.Length ? Counts[Math.Max(count, 0)] : count.ToString(System.Globalization.CultureInfo.InvariantCulture))} mot{(count == 0 ? " ne peut" : "s peuvent")} faire reconnaître quelqu’un";

    public static string Label(TraceKind kind) => kind switch
    {
        TraceKind.Name => "Nom d’une personne",
        TraceKind.Phone => "Numéro de téléphone",
        TraceKind.Email => "Adresse de courriel",
        TraceKind.SocialSecurityNumber => "Numéro de sécurité sociale",
        TraceKind.BirthDate => "Date de naissance",
        TraceKind.Room => "Chambre ou logement",
        TraceKind.Health => "Santé d’une personne",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Explain(TraceKind kind) => kind switch
    {
        TraceKind.Name => "Écrivez plutôt le rôle de la personne : « une résidente », « un professionnel ».",
        TraceKind.Phone => "Un numéro de téléphone mène à une personne. Vos coordonnées ont leur place à la fin du formulaire.",
        TraceKind.Email => "Une adresse de courriel mène à une personne. Vos coordonnées ont leur place à la fin du formulaire.",
        TraceKind.SocialSecurityNumber => "Ce numéro ressemble à un numéro de sécurité sociale. Nous n’en avons jamais besoin.",
        TraceKind.BirthDate => "Une date de naissance fait reconnaître une personne. L’âge, à dix ans près, suffit.",
        TraceKind.Room => "Dans un établissement, le numéro de la chambre dit de qui il s’agit.",
        TraceKind.Health => "La maladie ou le handicap d’une personne ne regarde qu’elle. Parlez du public de l’action : « des personnes diabétiques ».",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
