using Croisee.Data;
using Croisee.Experiences.Answers;
using Croisee.Framework;
using Croisee.People;

namespace Croisee.Experiences.Deposit;

[Audience(Audience.Author)]
public sealed class StructureStepModel(AppDb db, AuthorCookie cookie, TimeProvider clock, Labels labels) : StepScreen<Structure>(db, cookie, clock, labels)
{
    public override string StepCode => "structure";

    protected override (string, string)? AgainstCall() =>
        string.IsNullOrEmpty(Form.OrganisationType) || Call.OrganisationTypes.Count == 0 || Call.OrganisationTypes.Contains(Form.OrganisationType) || Step.Read<Structure>().OrganisationType == Form.OrganisationType
            ? null : (nameof(Form.OrganisationType), "Cet appel ne s’adresse pas à ce type de structure. Choisissez parmi les autres réponses.");
}
