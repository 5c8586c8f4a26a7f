using Croisee.Data;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Deliberation;

/// <summary>The urn as a file, once the vote is closed, for those who may read the result.</summary>
[Audience(Audience.Member)]
public sealed class UrnDownloadModel(AppDb db, TimeProvider clock, Visitor visitor) : DeliberationScreen(db, clock, visitor)
{
    public override async Task<IActionResult?> Prepare() => await base.Prepare() ?? (Question.Step == Step.Closed && Urn.IsChained ? null : To(Question.BallotAt is null ? "" : "/urne"));

    public IActionResult OnGet() => File(UrnFile.Of(Question, Urn), UrnFile.Type, $"croisee-urne-{Question.Reference}.json");
}
