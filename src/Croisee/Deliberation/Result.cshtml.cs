using Croisee.Data;
using Croisee.Groups;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Deliberation;

[Audience(Audience.Member)]
public sealed class ResultModel(AppDb db, TimeProvider clock, Visitor visitor, IEnumerable<ISubjectCard> cards) : DeliberationScreen(db, clock, visitor)
{
    public SubjectCard? Card { get; private set; }
    public Outcome Outcome { get; private set; } = null!;
    public Table Table => PanelTable.Of(Question);

    /// <summary>Two colleges on one axis; null when there are more, and a table says it alone.</summary>
    public Bars? Bars => Outcome.Colleges is not [var left, var right] ? null : new("Votes par collège", left.College.Title(), right.College.Title(),
        [.. Enum.GetValues<Vote>().Select(v => new BarRow(v.French(), left.CountOf(v), right.CountOf(v)))], left.College.Hue(), right.College.Hue());

    public string Counts => char.ToUpperInvariant(Outcome.DivergenceCounts()[0]) + Outcome.DivergenceCounts()[1..] + ".";

    /// <summary>Every reason but those of the minority, which have their own place.</summary>
    public IReadOnlyList<Motive> Prevailing => [.. Outcome.Motives.Where(m => m.Vote != Outcome.MinorityVote)];

    public override async Task<IActionResult?> Prepare()
    {
        if (await base.Prepare() is { } other) return other;
        // Nothing is counted for anybody before the vote is closed.
        if (!Question.IsCounted) return To();
        Outcome = Question.Count();
        Card = await cards.Of(Question);
        return null;
    }

    public void OnGet() { }
}
