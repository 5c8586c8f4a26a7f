using System.Security.Cryptography;
using System.Text;
using Croisee.People;

namespace Croisee.Site.Demo;

/// <summary>A private code that the demonstration may tell everybody, and what it opens.</summary>
public sealed record DemoCode(string Key, string Sentence)
{
    public string Code => DemoCodes.Of(Key);
}

/// <summary>The codes are the same in each demonstration, so that a guide may print them; elsewhere codes are drawn at random and kept as a hash.</summary>
public static class DemoCodes
{
    public static readonly IReadOnlyList<DemoCode> All =
    [
        new("vide", "Un brouillon encore vide : commencez à raconter."),
        new("petit-dejeuner", "Un brouillon à moitié écrit, avec quelqu’un qui tient le clavier : continuez-le, et voyez si son résumé facile est facile à lire."),
        new("recruter-ensemble", "Tout est écrit et une seule des deux voix a signé : relisez, signez, envoyez."),
        new("reglement-cafe", "Une expérience envoyée : suivez-la, ou reprenez-la."),
        new("jardin-partage", "L’équipe de l’appel demande une précision : répondez, complétez, renvoyez."),
        new("sorties", "Une expérience en lecture : deux personnes la lisent, chacune de son côté."),
        new("livret-accueil", "Deux lectures sont données, et elles ne disent pas la même chose."),
        new("menu-dimanche", "Le groupe en parle en ce moment."),
        new("refus-temoignage", "L’appel n’a pas pu garder ce récit : lisez la réponse, et où aller."),
        new("ambassadeurs", "Une fiche publiée : corrigez-la, ou retirez-la."),
    ];

    /// <summary>Always the same code for the same key.</summary>
    public static string Of(string key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes("croisee-demo:" + key));
        return SpokenCode.From([.. hash.Take(SpokenCode.Drawn).Select(b => b % SpokenCode.Base)]);
    }
}
