namespace Croisee.Deliberation;

/// <summary>What happens in this room, as the journal names it.</summary>
public static class Acts
{
    public const string Opened = "question.posee", OpinionGiven = "avis.donne", DiscussionOpened = "echanges.ouverts", RemarkSaid = "echange.ecrit",
        BallotOpened = "vote.ouvert", BallotCast = "vote.depose", Closed = "vote.clos", Recused = "lien.declare", Departed = "siege.parti", Restored = "egalite.retablie", EndMoved = "vote.fin-deplacee", Dropped = "question.close-sans-suite", ReasonGiven = "question.motivee", Withdrawn = "question.sans-suite", Erased = "question.effacee", WordsTakenBack = "echange.repris", WordsHidden = "echange.cache", WordsErased = "echange.efface", ReasonCorrected = "question.motif-corrige", Chained = "vote.enchaine";
}
