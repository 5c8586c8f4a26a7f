using Croisee.Data;
using Croisee.Experiences.Deposit;
using Croisee.Framework;
using Croisee.People;

namespace Croisee.Experiences.CallOffice;

/// <summary>The first step of the deposit, from the same partial as the real one; its form goes nowhere.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class PreviewDepositModel(AppDb db, Visitor visitor, TimeProvider clock, Labels labels) : CallScreen(db, visitor, clock)
{
    public Eligibility Questions => field ??= new(new BeginModel.BeginForm(), labels, Call.OrganisationTypes);

    public void OnGet() => ViewData["Office"] = false;
}
