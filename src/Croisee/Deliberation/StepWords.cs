namespace Croisee.Deliberation;

public static class StepWords
{
    public static string French(this Step step) => step switch
    {
        Step.Opinions => "Avis",
        Step.Discussion => "Échanges",
        Step.Ballot => "Vote",
        Step.Closed => "Résultat",
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    /// <summary>What happens in this step, in one sentence.</summary>
    public static string Explained(this Step step) => step switch
    {
        Step.Opinions => "Chacun donne son avis sans connaître celui des autres.",
        Step.Discussion => "Les avis sont lus par tous. On se répond.",
        Step.Ballot => "Chacun vote. On peut changer son vote jusqu’à la clôture.",
        Step.Closed => "Le décompte est fait, avec les motifs et l’avis minoritaire.",
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    /// <summary>When the step began; null when it has not.</summary>
    public static DateTime? BeganAt(this Deliberation question, Step step) => step switch
    {
        Step.Opinions => question.OpenedAt,
        Step.Discussion => question.DiscussionAt,
        Step.Ballot => question.BallotAt,
        _ => question.ClosedAt,
    };
}
