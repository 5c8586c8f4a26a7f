using Croisee.Journal;

namespace Croisee.Review;

/// <summary>The acts of this room as a history says them.</summary>
static class ActWords
{
    public static readonly ToldActs Told = new(new Dictionary<string, string>
    {
        [Acts.GroupChosen] = "a choisi le groupe qui lit",
        [Acts.Opened] = "a ouvert les lectures",
        [Acts.Admitted] = "a dit l’expérience recevable",
        [Acts.Refused] = "a répondu que l’appel ne peut pas la garder",
        [Acts.RefusalTakenBack] = "est revenu sur ce refus",
        [Acts.PrecisionAsked] = "a demandé une précision",
        [Acts.PrecisionTakenBack] = "n’attend plus la précision demandée",
        [Acts.Assigned] = "a confié la lecture à un binôme",
        [Acts.Reassigned] = "a confié la lecture à quelqu’un d’autre",
        [Acts.TimeGiven] = "a donné plus de temps pour lire",
        [Acts.DaysChanged] = "a changé le temps donné pour lire",
        [Acts.LinkDeclared] = "a déclaré un lien",
        [Acts.Saved] = "a enregistré sa lecture",
        [Acts.Given] = "a donné sa lecture",
        [Acts.SettlementProposed] = "a proposé un accord entre les deux lectures",
        [Acts.HandedOver] = "a confié la différence au groupe",
        [Acts.SettledByGroup] = "a noté ce que le groupe a tranché",
        [Acts.Settled] = "a accepté l’accord entre les deux lectures",
        [Acts.Revised] = "a noté ce que le groupe a revu du codage",
        [Acts.Selected] = "a noté la décision du groupe",
        [Acts.MotivesCorrected] = "a corrigé les mots des motifs du groupe",
        [Acts.TeamWrote] = "a écrit aux auteurs",
        [Acts.Erased] = "a effacé les lectures et la décision d’une expérience retirée",
        [Acts.WordsErased] = "a effacé les mots des lectures, à la fin des travaux",
        [Acts.DeliberationOpened] = "a posé la question au groupe",
    });
}
