using Croisee.Deliberation;
using Croisee.Rules;

namespace Croisee.Review;

/// <summary>The group's reasoned choice about one experience: remarkable or not, its motives, the opinions that did not prevail. Never a score (EXP-R9).</summary>
public sealed class Selection : IAudited
{
    /// <summary>Longer than any vote of a group has written so far; a limit of the form.</summary>
    public const int WordsMax = 20_000;

    Selection() { }

    /// <param name="text">Fingerprint of the texts that the group decided about.</param>
    public Selection(Guid experienceId, Deliberation.Deliberation question, string? text, DateTime now)
    {
        var outcome = question.Count();
        Id = Guid.CreateVersion7();
        (ExperienceId, DeliberationId, DecidedText, DecidedAt) = (experienceId, question.Id, text, now);
        Remarkable = outcome.Result is Result.Adopted;
        Motives = string.Join("\n\n", outcome.Reasons.Select(m => m.Text));
        if (Motives.Length == 0) Motives = question.Reason ?? "";
        MinorityOpinions = [.. outcome.MinorityOpinions.Select(m => m.Text)];
    }

    public Guid Id { get; private set; }
    public Guid ExperienceId { get; private set; }
    public Guid DeliberationId { get; private set; }
    public bool Remarkable { get; private set; }
    public string Motives { get; private set; } = "";
    public List<string> MinorityOpinions { get; private set; } = [];
    public DateTime DecidedAt { get; private set; }
    /// <summary>Fingerprint of the texts as they were then; null for a choice made before it was kept.</summary>
    public string? DecidedText { get; private set; }
    Guid IAudited.AuditedId => ExperienceId;

    /// <summary>
    /// Says the same reasons in other words, as when they let somebody be recognised. What was decided, who was in the minority and how many opinions did not
    /// prevail stay: none of them is emptied (EXP-R9).
    /// </summary>
    /// <returns>When anything changed, each text in its place, the motives first, and what it says now.</returns>
    public IReadOnlyList<(string Was, string Now)> Correct(string? motives, IReadOnlyList<string?> minority)
    {
        var (reasons, opinions) = (motives?.Trim() ?? "", minority.Select(m => m?.Trim() ?? "").ToList());
        if (reasons.Length == 0 && Motives.Length > 0) throw new RuleBroken("EXP-R9", "Une décision se lit avec sa raison : remplacez les mots, sans vider le motif.", "Motives");
        if (opinions.Count != MinorityOpinions.Count) throw new RuleBroken("EXP-R9", "Les avis minoritaires restent tous : rechargez la page, puis recommencez.");
        if (opinions.FindIndex(o => o.Length == 0) is >= 0 and var empty) throw new RuleBroken("EXP-R9", "Un avis minoritaire ne s’efface pas : remplacez seulement ce qui peut faire reconnaître quelqu’un.", $"Minority[{empty}].Text");
        List<(string Was, string Now)> words = [.. MinorityOpinions.Prepend(Motives).Zip(opinions.Prepend(reasons), (was, now) => (was, now))];
        (Motives, MinorityOpinions) = (reasons, opinions);
        return words.Exists(w => w.Was != w.Now && w.Was.Length > 0) ? words : [];
    }
}
