using Croisee.Data;
using Croisee.Experiences;
using Croisee.Experiences.Answers;
using Croisee.Files;
using Croisee.Journal;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Publication;

/// <summary>
/// The authors drop the correction of a page that everyone reads: their texts, files and links are again what the page shows, and their agreement to it stands. What no page shows (the FINESS
/// number, exact numbers, the call's own questions) has no former version here and stays as it was written.
/// </summary>
public sealed class DropCorrection(AppDb db, ReadFindings findings, FileStore store, TimeProvider clock)
{
    /// <summary>The page to go back to; null when none is being corrected, or when the group has revised what it says: then its authors read the new one (EXP-R10).</summary>
    public async Task<Sheet?> Shown(Experience experience)
    {
        if (experience is not { State: ExperienceState.ApprovalAsked, ShownSince: not null }) return null;
        if (await db.Sheets.AsNoTracking().SingleOrDefaultAsync(s => s.Id == experience.Id && s.WithdrawnAt == null) is not { } sheet) return null;
        return StoredCoding.Of((await findings.Of(experience.Id)).Fixed) == sheet.Read().FixedByReaders ? sheet : null;
    }

    /// <summary>Expects the experience tracked, with its steps and call. Saves.</summary>
    public async Task Run(Experience experience, Sheet sheet, Author me)
    {
        var (now, content) = (clock.UtcNow(), sheet.Read());
        Rewrite(experience, content.Account, me, now);
        await GiveBackLinks(experience, content.Links, now);
        var dropped = await GiveBackFiles(experience, [.. content.Documents.Select(d => d.File)]);
        experience.AgreeToPublication(sheet.UpdatedAt);
        db.Passages.Add(experience.Pass(ExperienceState.Published, Passage.Authors, me.Id, "La correction est abandonnée. La page reste comme elle était.", now));
        db.Record(now, Actor.Author(me.Id), Acts.AmendmentDropped, experience, null, experience.Call.OrganisationId);
        await db.SaveChangesAsync();
        foreach (var file in dropped) store.Delete(file);
    }

    static void Rewrite(Experience experience, Account shown, Author me, DateTime now)
    {
        var written = experience.Steps.ToAccount();
        shown.Structure.OrganisationFiness = written.Structure.OrganisationFiness;
        (shown.Participants.PersonsExact, shown.Participants.ProfessionalsExact, shown.Participants.BeneficiariesExact) = (written.Participants.PersonsExact, written.Participants.ProfessionalsExact, written.Participants.BeneficiariesExact);
        shown.Extra = written.Extra;
        foreach (var (info, answers) in DepositSteps.All.Zip(shown.Steps))
            if (experience.Steps.Single(s => s.Code == info.Code) is var step && !step.Says(answers)) step.Write(answers, me.Id, now);
        experience.Entitle(shown.Essentials.Title);
        experience.CarriedBy(shown.Structure.OrganisationName);
        experience.Locate(shown.Structure);
    }

    async Task GiveBackLinks(Experience experience, List<SheetWebLink> shown, DateTime now)
    {
        var given = await db.WebLinks.Where(l => l.ExperienceId == experience.Id).OrderBy(l => l.AddedAt).ThenBy(l => l.Id).ToListAsync();
        if (given.Select(l => new SheetWebLink(l.Address, l.Alternative, l.Rights)).SequenceEqual(shown)) return;
        db.WebLinks.RemoveRange(given);
        // One after the other in time: links are shown in the order in which they were given.
        db.WebLinks.AddRange(shown.Select((l, i) => new WebLink(experience.Id, l.Address, l.Alternative, l.Rights, now.AddMilliseconds(i))));
    }

    /// <summary>Returns those that only the correction had: the caller deletes their bytes once it is saved.</summary>
    async Task<IReadOnlyList<StoredFile>> GiveBackFiles(Experience experience, HashSet<Guid> shown)
    {
        var began = await db.Passages.Where(p => p.ExperienceId == experience.Id && p.From == ExperienceState.Published && p.To == ExperienceState.ApprovalAsked).MaxAsync(p => (DateTime?)p.At);
        var attached = await db.Attachments.Where(a => a.ExperienceId == experience.Id).ToListAsync();
        foreach (var taken in attached.Where(a => shown.Contains(a.FileId))) taken.PutBack();
        var added = attached.Where(a => !shown.Contains(a.FileId) && a.RemovedAt is null && a.AddedAt >= began).ToList();
        var ids = added.ConvertAll(a => a.FileId);
        var files = await db.StoredFiles.Where(f => ids.Contains(f.Id)).ToListAsync();
        db.Attachments.RemoveRange(added);
        db.StoredFiles.RemoveRange(files);
        return files;
    }
}
