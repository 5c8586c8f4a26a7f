using Croisee.Data;
using Croisee.Experiences.Answers;
using Croisee.Framework;
using Croisee.People;
using Croisee.Words;

namespace Croisee.Experiences.Deposit;

[Audience(Audience.Author)]
public sealed class EssentialsStepModel(AppDb db, AuthorCookie cookie, TimeProvider clock, Labels labels) : StepScreen<Essentials>(db, cookie, clock, labels)
{
    public override string StepCode => "essentiel";

    /// <summary>Of what is written so far; null when nothing is.</summary>
    public EasyReport? Easy => string.IsNullOrWhiteSpace(Form.EasySummary) ? null : EasyReport.Of(Form.EasySummary, EasyReport.SummaryAtMost);

    protected override string? Detour(string? then) => then == ReadabilityModel.Asked ? ReadabilityModel.PathOf(Reference) : null;
}
