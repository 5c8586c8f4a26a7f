using Croisee.Deliberation;
using Croisee.Rules;

namespace Croisee.Review;

/// <summary>The group's reasoned choice about one experience: remarkable or not, its motives, the opinions that did not prevail. Never a score (EXP-R9).</summary>
public sealed class Selection : IAudited
{
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
}
