using Croisee.Data;
using Croisee.Experiences;
using Croisee.Framework;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

/// <summary>The experience as members read it before they decide: the text, and what the pair fixed. Never the readings of others, never contact data.</summary>
[Audience(Audience.Member)]
public sealed class MemberViewModel(AppDb db, TimeProvider clock, Visitor visitor, Labels labels, FilesForReaders files, CodingHistory history) : ReviewedScreen(db, clock, visitor)
{
    public IReadOnlyList<CodingLine> Settled { get; private set; } = [];
    public string? Reason { get; private set; }
    public bool ByGroup { get; private set; }
    /// <summary>What the group decided, once it has; its reasons are read here, and corrected by whoever leads.</summary>
    public Selection? Choice { get; private set; }
    public IReadOnlyList<CodingTurn> History { get; private set; } = [];

    public IReadOnlyList<AttachedFile> Files { get; private set; } = [];

    protected override async Task<IActionResult?> Loaded()
    {
        // The same rule as the file's own address: before the pair has finished, only the pair opens the files.
        if (Organises || await files.OpenTo(Experience.Id, HttpContext.RequestAborted)) Files = await Db.FilesOf(Experience.Id);
        // Before the pair has finished, a member who leads the group or reads elsewhere learns nothing of a reading (blind).
        if (Experience.State is not (ExperienceState.Admissible or ExperienceState.InReading)) History = await history.Of(Experience.Id);
        Choice = await Db.Selections.AsNoTracking().Where(s => s.ExperienceId == Experience.Id).OrderByDescending(s => s.DecidedAt).FirstOrDefaultAsync();
        if (await Db.Settlements.AsNoTracking().Fixed(Experience.Id).FirstOrDefaultAsync() is not { } settlement) return null;
        (Settled, ByGroup) = (CodingLine.Said(settlement.Coding, labels), settlement.IsByGroup);
        Reason = settlement.Reason;
        return null;
    }

    public void OnGet() { }
}
