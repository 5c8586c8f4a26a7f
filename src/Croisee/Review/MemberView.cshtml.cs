using Croisee.Data;
using Croisee.Experiences;
using Croisee.Framework;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

/// <summary>The experience as members read it before they decide: the text, and what the pair fixed. Never the readings of others, never contact data.</summary>
[Audience(Audience.Member)]
public sealed class MemberViewModel(AppDb db, TimeProvider clock, Visitor visitor, Labels labels, FilesForReaders files) : ReviewedScreen(db, clock, visitor)
{
    public IReadOnlyList<CodingLine> Settled { get; private set; } = [];
    public string? Reason { get; private set; }

    public IReadOnlyList<AttachedFile> Files { get; private set; } = [];

    protected override async Task<IActionResult?> Loaded()
    {
        // The same rule as the file's own address: before the pair has finished, only the pair opens the files.
        if (Organises || await files.OpenTo(Experience.Id, HttpContext.RequestAborted)) Files = await Db.FilesOf(Experience.Id);
        if (await Db.Settlements.AsNoTracking().Where(s => s.ExperienceId == Experience.Id && s.AcceptedAt != null).OrderByDescending(s => s.AcceptedAt).FirstOrDefaultAsync() is not { } settlement) return null;
        Settled = [.. CodingLine.Compare(settlement.Coding, settlement.Coding, labels).Where(l => l.Mine != "rien de dit")];
        Reason = settlement.Reason;
        return null;
    }

    public void OnGet() { }
}
