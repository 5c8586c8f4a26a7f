using Croisee.Data;
using Croisee.Experiences.Answers;
using Croisee.Framework;
using Croisee.People;

namespace Croisee.Experiences.Deposit;

[Audience(Audience.Author)]
public sealed class ChangesStepModel(AppDb db, AuthorCookie cookie, TimeProvider clock, Labels labels) : StepScreen<Changes>(db, cookie, clock, labels)
{
    public override string StepCode => "effets";
}
