using Croisee.Data;
using Croisee.Experiences;
using Croisee.Experiences.Deposit;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

/// <summary>What waits for the team of a call: experiences to check before the day that the receipt promises, words of authors without an answer, precisions asked.</summary>
[Audience(Audience.Member)]
public sealed class AdmissionsModel(AppDb db, TimeProvider clock, Visitor visitor) : ReviewScreen(db, clock, visitor)
{
    /// <summary>Days before the promised day from which on it is said.</summary>
    public const int DaysBefore = 5;

    /// <param name="Steered">Not where a declared link keeps away whoever reads this (EXP-R8).</param>
    public sealed record Line(string Reference, string Title, DateTime SentOn, bool Steered)
    {
        public DateOnly AnswerBy => SentOn.AddDays(ReceiptModel.FirstAnswerDays).ParisDay();
        public bool IsPressing(DateOnly today) => AnswerBy.AddDays(-DaysBefore) <= today;
    }

    protected override bool ForSteering => true;
    public IReadOnlyList<Line> Lines { get; private set; } = [];
    /// <summary>The last word is the authors'.</summary>
    public IReadOnlyList<Line> Unanswered { get; private set; } = [];
    public IReadOnlyList<Line> ToComplete { get; private set; } = [];
    public IReadOnlyList<Line> Refused { get; private set; } = [];

    protected override async Task<IActionResult?> Ready()
    {
        if (Call is null) return NotFound();
        var (messages, passages) = (Db.Messages, Db.Passages);
        var sent = await Db.Experiences.AsNoTracking().Where(e => e.CallId == Call.Id && e.State != ExperienceState.Draft && e.State != ExperienceState.Withdrawn)
            .Select(e => new { e.Id, e.State, Line = new Line(e.Reference, e.Title, passages.Where(p => p.ExperienceId == e.Id && p.To == ExperienceState.Submitted).Max(p => (DateTime?)p.At) ?? e.SubmittedAt!.Value, true), Last = messages.Where(m => m.ExperienceId == e.Id).OrderByDescending(m => m.At).Select(m => (MessageFrom?)m.From).FirstOrDefault() }).ToListAsync();
        var ofCall = Db.Experiences.Where(e => e.CallId == Call.Id);
        var links = await Db.ReadingRecusals.AsNoTracking().Where(r => ofCall.Any(e => e.Id == r.ExperienceId)).ToListAsync();
        var away = links.Where(l => Mine is { } mine && l.KeepsAway(mine)).Select(l => l.ExperienceId).ToHashSet();
        sent = [.. sent.Select(s => new { s.Id, s.State, Line = s.Line with { Steered = !away.Contains(s.Id) }, s.Last }).OrderBy(s => s.Line.SentOn)];
        Lines = [.. sent.Where(s => s.State is ExperienceState.Submitted).Select(s => s.Line)];
        Unanswered = [.. sent.Where(s => s.Last is MessageFrom.Authors).Select(s => s.Line)];
        ToComplete = [.. sent.Where(s => s.State is ExperienceState.ToComplete).Select(s => s.Line)];
        Refused = [.. sent.Where(s => s.State is ExperienceState.Inadmissible).Select(s => s.Line)];
        return null;
    }

    public void OnGet() { }
}
