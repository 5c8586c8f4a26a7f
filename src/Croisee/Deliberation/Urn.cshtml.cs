using Croisee.Data;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Deliberation;

/// <summary>The chain of a vote, from its opening: whether it holds, and the codes to compare with what was received by mail.</summary>
[Audience(Audience.Member)]
public sealed class UrnModel(AppDb db, TimeProvider clock, Visitor visitor) : DeliberationScreen(db, clock, visitor)
{
    public string? Receipt => Mine is null ? null : Question.ReceiptOf(Mine.Id);

    public override async Task<IActionResult?> Prepare() => await base.Prepare() ?? (Question.BallotAt is null && !Urn.IsBroken ? To() : null);

    public void OnGet() { }
}
