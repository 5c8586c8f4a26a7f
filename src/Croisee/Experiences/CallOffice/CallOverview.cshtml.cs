using Croisee.Data;
using Croisee.Framework;
using Croisee.Journal;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.CallOffice;

/// <summary>Where a call stands: what is missing before it opens, its dates, what came in, who did what.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class CallOverviewModel(AppDb db, Visitor visitor, TimeProvider clock, Labels labels, IEnumerable<ToldActs> told, IEnumerable<ICallReaders> readers) : CallScreen(db, visitor, clock)
{
    public CallPhase Phase { get; private set; }
    public IReadOnlyList<MissingPart> Missing { get; private set; } = [];
    public IReadOnlyList<(ExperienceState State, int Count)> Counts { get; private set; } = [];
    public IReadOnlyList<LogLine> History { get; private set; } = [];
    /// <summary>A group was chosen to read what comes in: without one, nothing that is sent goes further.</summary>
    public bool IsRead { get; private set; }
    public Labels Labels => labels;

    protected override async Task<IActionResult?> Ready()
    {
        Phase = Call.Phase(Now);
        Missing = Call.IsPublic ? [] : [.. Call.WhatIsMissing(Now)];
        var counts = await Db.Experiences.Where(e => e.CallId == Call.Id).GroupBy(e => e.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync();
        Counts = [.. counts.OrderBy(c => c.Key).Select(c => (c.Key, c.Count))];
        History = await LogLine.Of(Db, told, nameof(Experiences.Call), Call.Id);
        foreach (var reader in readers) IsRead |= await reader.Of(Call.Id, HttpContext.RequestAborted) is not null;
        return null;
    }

    public void OnGet() { }
}
