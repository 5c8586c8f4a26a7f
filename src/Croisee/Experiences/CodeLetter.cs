using Croisee.Mail;

namespace Croisee.Experiences;

/// <summary>The letter that carries a private code (EXP-R12): asked for by whoever writes, or sent again by whoever keeps the contacts.</summary>
static class CodeLetter
{
    public static Letter Asked(string code, string origin) => With(new Letter("Votre code privé pour Croisée").Say("Bonjour,")
        .Say("Voici le code qui ouvre votre expérience. Gardez-le : avec lui, vous reprenez et vous suivez, sans compte."), code, origin);

    public static Letter Remade(string code, string origin) => With(new Letter("Votre nouveau code pour Croisée").Say("Bonjour,")
        .Say("L’organisme de l’appel vous envoie un nouveau code pour votre expérience, sans le voir lui-même. Votre ancien code ne marche plus. Gardez celui-ci : avec lui, vous lisez où elle en est, vous la corrigez, ou vous la retirez, sans compte."), code, origin)
        .Say("Vous n’avez rien demandé ? Écrivez à l’organisme de l’appel, à l’adresse donnée sur sa page.");

    public static Letter TakenIn(string code, string title, string origin) => With(new Letter("Le code de votre expérience").Say("Bonjour,")
        .Say($"Vous avez raconté « {title} ». Elle est maintenant gardée ici. Voici le code qui l’ouvre : avec lui, vous lisez où elle en est, vous la complétez, ou vous la retirez, sans compte."), code, origin);

    /// <summary>Also for whoever never had a code: what they told came in from a file.</summary>
    public const string NoCode = "Vous n’avez pas de code, ou vous l’avez perdu ? Écrivez à l’organisme de l’appel : il en fait partir un nouveau vers cette adresse.";

    static Letter With(Letter letter, string code, string origin) =>
        letter.Code(code).Link("Ouvrir mon expérience", $"{origin}/suivre/{code}").Say("Ne le donnez qu’aux personnes avec qui vous écrivez.");
}
