using Croisee.Data;
using Croisee.Experiences.Answers;
using Croisee.Framework;
using Croisee.People;

namespace Croisee.Experiences.Deposit;

[Audience(Audience.Author)]
public sealed class SettingStepModel(AppDb db, AuthorCookie cookie, TimeProvider clock, Labels labels) : StepScreen<Setting>(db, cookie, clock, labels)
{
    public override string StepCode => "cadre";

    protected override (string, string)? AgainstCall() =>
        Call.Contexts.Count == 0 || !Form.Contexts.Except(Call.Contexts).Except(Step.Read<Setting>().Contexts).Any()
            ? null : (nameof(Form.Contexts), "Cet appel ne porte pas sur ce contexte. Choisissez parmi les autres réponses.");
}
