using Croisee.Words;

namespace Croisee.Review.Evidence;

/// <summary>A coefficient in plain words: what people said, whether chance could explain it, and what to do.</summary>
public static class AgreementWords
{
    public static string Sentence(FieldAgreement field) => field.Verdict switch
    {
        Agreed.TooEarly => $"{TooEarly(field.Compared)} Il est trop tôt pour conclure : il en faut {FieldAgreement.Fewest}.",
        Agreed.NoVariation => $"Tout le monde a donné la même réponse, {Times(field)}. On ne peut donc pas savoir si c’est par hasard.",
        _ => $"Les binômes disent la même chose {Times(field)} ; {Chance(field.Alpha!.Value)}.{Sureness(field)}",
    };

    /// <summary>« Avec d’autres expériences… »: what an interval means, and when it forbids a conclusion.</summary>
    static string Sureness(FieldAgreement field) => field.AlphaInterval is not { } interval ? ""
        : $" Avec d’autres expériences, ce nombre serait le plus souvent {Between(interval)}." + (field.IsTooWide ? " C’est trop large pour conclure : il faut plus de lectures." : "");

    /// <summary>« entre 0,41 et 0,78 »</summary>
    public static string Between(Interval interval) => string.Create(Localizer.French, $"entre {interval.Low:0.00} et {interval.High:0.00}");

    static string TooEarly(int compared) => compared switch { 0 => "Aucune lecture double.", 1 => "Une seule lecture double.", _ => $"{compared} lectures doubles." };

    static string Times(FieldAgreement field) => $"{field.Same} fois sur {field.Compared}";

    static string Chance(double alpha)
    {
        var number = alpha.ToString("0.00", Localizer.French);
        return alpha >= FieldAgreement.SolidFrom ? $"c’est bien mieux que le hasard : {number}"
            : alpha >= FieldAgreement.FairFrom ? $"c’est mieux que le hasard, avec prudence : {number}"
            : alpha > 0.1 ? $"c’est un peu mieux que le hasard : {number}"
            : alpha >= -0.1 ? $"le hasard ferait presque autant : {number}"
            : $"c’est moins que le hasard, ils se contredisent : {number}";
    }

    public static string Short(Agreed verdict) => verdict switch
    {
        Agreed.Solid => "solide", Agreed.Fair => "à confirmer", Agreed.Weak => "faible", Agreed.NoVariation => "sans variation", _ => "trop tôt",
    };

    public static string Css(Agreed verdict) => verdict switch { Agreed.Solid => "good", Agreed.Weak => "warn", _ => "" };
}
