namespace Croisee.Library;

/// <summary>Why somebody asks the moderation to read again what is shown beside a sheet.</summary>
public enum RereadReason { Named, Hurtful, Advert, Wrong, Other }

public static class RereadReasons
{
    public static string French(this RereadReason why) => why switch
    {
        RereadReason.Named => "Une personne est nommée ou reconnaissable",
        RereadReason.Hurtful => "Le message blesse ou insulte",
        RereadReason.Advert => "C’est de la publicité",
        RereadReason.Wrong => "Ce qui est dit est faux",
        _ => "Une autre raison",
    };
}
