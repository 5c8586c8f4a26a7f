using Croisee.Data;
using Croisee.Experiences.Answers;
using Croisee.Framework;
using Croisee.People;

namespace Croisee.Experiences.Deposit;

[Audience(Audience.Author)]
public sealed class StructureStepModel(AppDb db, AuthorCookie cookie, TimeProvider clock, Labels labels) : StepScreen<Structure>(db, cookie, clock, labels)
{
    public override string StepCode => "structure";
}
