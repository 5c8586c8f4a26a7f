using Croisee.Data;
using Croisee.Groups;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Deliberation;

[Audience(Audience.Member)]
public sealed class ResultModel(AppDb db, TimeProvider clock, Visitor visitor) : DeliberationScreen(db, clock, visitor)
{
    public Outcome Outcome { get; private set; } = null!;
    public Table Table => PanelTable.Of(Question);

    /// <summary>Bars are shares of each college's seats, so that a small college weighs as much on the drawing as a large one.</summary>
    public static int Percent(CollegeTally college, Vote vote) => college.Voted == 0 ? 0 : (int)Math.Round(100.0 * college.CountOf(vote) / college.Voted);

    public IReadOnlyList<Motive> Prevailing => [.. Outcome.Motives.Where(m => m.Vote != Outcome.MinorityVote)];

    public override async Task<IActionResult?> Prepare()
    {
        if (await base.Prepare() is { } other) return other;
        // Nothing is counted for anybody before the vote is closed.
        if (Question.Step != Step.Closed) return To();
        Outcome = Question.Count();
        return null;
    }

    public void OnGet() { }
}
