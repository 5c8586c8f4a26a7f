using Croisee.Data;
using Croisee.Experiences;
using Croisee.Files;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library;

/// <summary>Makes what would be published now, from all the rooms it comes from. The page the authors approve and the page that is published are this one (EXP-R10).</summary>
public sealed class ComposeSheet(AppDb db, ContactStore contacts, ReadFindings findings)
{
    /// <summary>Expects the steps, the authors, the call and its organisation loaded.</summary>
    public async Task<SheetContent> Run(Experience experience)
    {
        var (found, texts) = (await findings.Of(experience.Id), experience.Steps.Fingerprint());
        return new SheetContent
        {
            Account = SheetContent.ForPublic(experience.Steps.ToAccount()),
            WrittenBy = Voices.Of(experience.Authors, texts).Code,
            Remarkable = found.Remarkable,
            Motives = found.Motives,
            MinorityOpinions = [.. found.MinorityOpinions],
            Sides = found.Sides,
            ChangedSinceChoice = found.DecidedText is { } decided && decided != texts,
            FixedByReaders = StoredCoding.Of(found.Fixed),
            Documents = await Documents(experience.Id),
            Links = [.. (await db.LinksOf(experience.Id)).Select(l => new SheetWebLink(l.Address, l.Alternative, l.Rights))],
            PublicAddress = await contacts.PublicAddressOf(experience.Id),
            CallTitle = experience.Call.Title,
            CallSlug = experience.Call.Slug,
            PublishedBy = experience.Call.Organisation.Name,
        };
    }

    async Task<List<SheetDocument>> Documents(Guid experience)
    {
        var files = db.Set<StoredFile>();
        var attached = await db.Attachments.AsNoTracking().Where(a => a.ExperienceId == experience && a.RemovedAt == null).OrderBy(a => a.AddedAt)
            .Join(files.AsNoTracking(), a => a.FileId, f => f.Id, (a, f) => f).ToListAsync();
        return [.. attached.Where(f => f.GapsBeforePublication().Count == 0).Select(f => new SheetDocument(f.Id, f.OriginalName, f.Kind.ToString(), f.Length, f.RightsStatement!, f.AlternativeText!))];
    }
}
