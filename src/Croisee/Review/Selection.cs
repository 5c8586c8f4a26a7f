using Croisee.Deliberation;
using Croisee.Rules;

namespace Croisee.Review;

/// <summary>The group's reasoned choice about one experience: remarkable or not, its motives, the opinions that did not prevail. Never a score (EXP-R9).</summary>
public sealed class Selection : IAudited
{
    Selection() { }

    public Selection(Guid experienceId, Guid deliberationId, Outcome outcome, DateTime now)
    {
        Id = Guid.CreateVersion7();
        (ExperienceId, DeliberationId, DecidedAt) = (experienceId, deliberationId, now);
        Remarkable = outcome.Result is Result.Adopted;
        var winning = Remarkable ? Vote.Yes : Vote.No;
        Motives = string.Join("\n\n", outcome.Motives.Where(m => m.Vote == winning).Select(m => m.Text));
        MinorityOpinions = [.. outcome.MinorityOpinions.Select(m => m.Text)];
    }

    public Guid Id { get; private set; }
    public Guid ExperienceId { get; private set; }
    public Guid DeliberationId { get; private set; }
    public bool Remarkable { get; private set; }
    public string Motives { get; private set; } = "";
    public List<string> MinorityOpinions { get; private set; } = [];
    public DateTime DecidedAt { get; private set; }
    Guid IAudited.AuditedId => ExperienceId;
}
