using Croisee.Data;
using Croisee.Experiences.Answers;
using Croisee.Framework;
using Croisee.People;

namespace Croisee.Experiences.Deposit;

[Audience(Audience.Author)]
public sealed class EssentialsStepModel(AppDb db, AuthorCookie cookie, TimeProvider clock, Labels labels) : StepScreen<Essentials>(db, cookie, clock, labels)
{
    public override string StepCode => "essentiel";
}
