using Croisee.Data;
using Croisee.Experiences.Answers;
using Croisee.Framework;
using Croisee.People;

namespace Croisee.Experiences.Deposit;

[Audience(Audience.Author)]
public sealed class ParticipationStepModel(AppDb db, AuthorCookie cookie, TimeProvider clock, Labels labels) : StepScreen<Participation>(db, cookie, clock, labels)
{
    public override string StepCode => "participation";
}
