using Croisee.Data;
using Croisee.Rules;
using Croisee.Words;

namespace Croisee.Surveys;

/// <summary>How far the easy words of a questionnaire were read by persons concerned (FAL-R1): without them it is plain language, never « facile à lire et à comprendre ».</summary>
public sealed record EasyWordsRead(string State, int? Persons = null, DateOnly? On = null)
{
    public const string Plain = "FALC_LANGAGE_CLAIR", BeingRead = "FALC_EN_RELECTURE", Valid = "FALC_VALIDE";
    public const int Needed = 2, Most = 200;
    public static readonly IReadOnlyList<string> States = [Plain, BeingRead, Valid];

    /// <summary>What whoever reads easy words sees where nobody read them.</summary>
    public static string PlainSaid { get; } = Say(Plain, null, null);

    public void Check(DateTime now)
    {
        if (!States.Contains(State)) throw new RuleBroken("FAL-R1", "Choisissez un état de la liste.", "EasyState");
        if (State is not Valid) return;
        if (Persons is not (>= Needed and <= Most)) throw new RuleBroken("FAL-R1", $"La version facile est validée quand au moins {Needed} personnes concernées l’ont lue et comprise : dites combien.", "EasyReaders");
        if (On is not { } day || day > now.ParisDay()) throw new RuleBroken("FAL-R1", "Dites quel jour elles l’ont lue.", "EasyReadOn");
    }

    public static string Say(string state, int? persons, DateOnly? on) => state switch
    {
        Valid when on is { } day => $"FALC validé par {persons} personnes le {day.Short()}",
        BeingRead => "FALC en relecture",
        _ => "Langage clair (non relu)",
    };
}
