using Croisee.Groups;

namespace Croisee.Deliberation;

/// <summary>An outcome in French, in whole sentences: what a page shows, a mail says and a screen reader reads.</summary>
public static class OutcomeWords
{
    public static string French(this DecisionRule rule) => rule switch
    {
        DecisionRule.DoubleMajority => "double majorité",
        DecisionRule.SimpleMajority => "majorité simple",
        DecisionRule.Consent => "consentement",
        DecisionRule.Advisory => "avis consultatif",
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    /// <summary>The rule explained to somebody who never voted by it.</summary>
    public static string Explained(this DecisionRule rule) => rule switch
    {
        DecisionRule.DoubleMajority => "Il faut plus de oui que de non dans chaque collège. Aucun côté ne décide seul.",
        DecisionRule.SimpleMajority => "Il faut plus de oui que de non, tous collèges réunis.",
        DecisionRule.Consent => "La proposition est adoptée si personne n’y fait d’objection motivée.",
        DecisionRule.Advisory => "Le groupe donne son avis. Une autre personne décide et doit répondre.",
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    /// <summary>The result in a word or two: a title.</summary>
    public static string Headline(this Outcome outcome) => outcome.Result.Headline(outcome.Rule);

    public static string Headline(this Result result, DecisionRule rule) => (result, rule) switch
    {
        (Result.Withdrawn, _) => "Sans suite\u00A0: le sujet a été retiré",
        (Result.Lapsed, _) => "Sans suite\u00A0: la fin annoncée des travaux est venue",
        (Result.Dropped, _) => "Close sans suite",
        (Result.Adopted, DecisionRule.Advisory) => "Avis favorable",
        (Result.Rejected, DecisionRule.Advisory) => "Avis défavorable",
        (Result.Undecided, DecisionRule.Advisory) => "Avis partagé",
        (Result.Adopted, _) => "Adoptée",
        (Result.Rejected, _) => "Non adoptée",
        (Result.NoQuorum, _) => "Pas de décision\u00A0: trop peu de votes",
        _ => "Pas de décision\u00A0: égalité",
    };

    /// <summary>Why this is the result.</summary>
    public static string Because(this Outcome outcome) => outcome.Result switch
    {
        Result.NoQuorum => $"Le quorum n’est pas atteint\u00A0: {Short(outcome)}.",
        _ => outcome.Rule switch
        {
            DecisionRule.DoubleMajority => InEachCollege(outcome),
            DecisionRule.Consent => Consented(outcome),
            _ => Together(outcome),
        },
    };

    /// <summary>« Quorum atteint dans chaque collège : 5 votes sur 6 sièges… »</summary>
    public static string AboutQuorum(this Outcome outcome)
    {
        var counts = string.Join("\u00A0; ", outcome.Colleges.Select(c => $"{c.College.Many()}, {Votes(c.Voted)} sur {Counted(c.Seats, "siège", "sièges")} (il en fallait {c.Needed})"));
        return outcome.QuorumReached ? $"Le quorum est atteint dans chaque collège\u00A0: {counts}." : $"Le quorum n’est pas atteint\u00A0: {counts}.";
    }

    /// <summary>How near or far the colleges are from each other, with the counts.</summary>
    public static string AboutDivergence(this Outcome outcome) => $"{outcome.DivergenceTitle()}\u00A0: {outcome.DivergenceCounts()}.";

    /// <summary>How near or far the colleges are from each other: a title.</summary>
    public static string DivergenceTitle(this Outcome outcome)
    {
        if (outcome.Divergence is not { } divergence) return "On ne peut pas comparer les collèges";
        var colleges = outcome.Colleges.Count == 2 ? "Les deux collèges" : "Les collèges";
        return colleges + (divergence == 0 ? " disent la même chose" : outcome.CollegesAreOpposed ? " ne disent pas la même chose" : " ne disent pas tout à fait la même chose");
    }

    /// <summary>What the title rests on.</summary>
    public static string DivergenceCounts(this Outcome outcome) => outcome.Divergence is null
        ? "au moins un d’eux n’a dit ni oui ni non"
        : outcome.Colleges.Where(c => c.Expressed > 0).Select(c => $"{c.Yes} oui sur {Counted(c.Expressed, "vote exprimé", "votes exprimés")} chez les {c.College.Many()}").ToList().Listed();

    /// <summary>« Oui : 4 personnes concernées et 3 professionnels. Non : … »: the words of the drawing.</summary>
    public static string Distribution(this Outcome outcome) => string.Join(" ", Enum.GetValues<Vote>().Select(choice =>
        $"{choice.French()}\u00A0: {outcome.Colleges.Select(c => c.College.Counted(c.CountOf(choice))).ToList().Listed()}."));

    /// <summary>Says how many answered otherwise, also when they gave no motive.</summary>
    public static string AboutMinority(this Outcome outcome) => (outcome.MinorityVote, outcome.MinorityVoices) switch
    {
        (null, _) => "Rien n’est décidé\u00A0: aucun avis n’est minoritaire.",
        (_, 0) => "Personne n’a voté autrement.",
        ({ } choice, 1) => $"1 personne a voté {choice.French().ToLowerInvariant()}.",
        ({ } choice, var voices) => $"{voices} personnes ont voté {choice.French().ToLowerInvariant()}.",
    };

    static string InEachCollege(Outcome outcome)
    {
        if (outcome.Result == Result.Adopted) return "La majorité est atteinte dans chaque collège.";
        var against = outcome.Colleges.Where(c => c.IsAgainst).ToList();
        var tied = outcome.Colleges.Where(c => c.IsTied).ToList();
        if (against.Count == outcome.Colleges.Count) return "La majorité n’est atteinte dans aucun collège.";
        if (against.Count == 0) return $"Il y a égalité {Among(tied)}, et une égalité n’est pas une majorité.";
        return $"La majorité n’est pas atteinte {Among([.. against, .. tied])}.";
    }

    static string Together(Outcome outcome)
    {
        int yes = outcome.Colleges.Sum(c => c.Yes), no = outcome.Colleges.Sum(c => c.No);
        var counts = $"{yes} oui et {no} non, tous collèges réunis";
        return outcome.Result switch
        {
            Result.Adopted => $"La majorité est atteinte\u00A0: {counts}.",
            Result.Rejected => $"La majorité n’est pas atteinte\u00A0: {counts}.",
            _ => $"Il y a égalité, et une égalité n’est pas une majorité\u00A0: {counts}.",
        };
    }

    static string Consented(Outcome outcome) => outcome.Motives.Count(m => m.Vote == Vote.No) switch
    {
        0 => "Personne n’a fait d’objection motivée.",
        1 => "Une objection motivée a été faite.",
        var objections => $"{objections} objections motivées ont été faites.",
    };

    static string Short(Outcome outcome) => outcome.Colleges.Where(c => !c.QuorumReached)
        .Select(c => $"{Votes(c.Voted)} chez les {c.College.Many()}, il en fallait {c.Needed}").ToList().Listed();

    static string Among(IEnumerable<CollegeTally> colleges) => colleges.Select(c => $"chez les {c.College.Many()}").ToList().Listed();

    static string Votes(int count) => Counted(count, "vote", "votes");

    static string Counted(int count, string one, string many) => $"{count} {(count < 2 ? one : many)}";
}
