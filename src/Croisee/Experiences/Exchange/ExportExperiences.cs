using Croisee.Data;
using Croisee.Files;
using Croisee.Framework;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.Exchange;

/// <summary>What the verb was asked.</summary>
/// <param name="PublicOnly">Only what everyone reads, as it is shown, and only fields that everyone may see.</param>
sealed record ExportAsked(string? Call, IReadOnlyCollection<ExperienceState> States, bool PublicOnly, bool Json, string Separator)
{
    /// <summary>A draft belongs to its authors; what they withdrew is gone.</summary>
    public static readonly IReadOnlyList<ExperienceState> Sent = [.. Enum.GetValues<ExperienceState>().Except([ExperienceState.Draft, ExperienceState.Withdrawn])];

    public IReadOnlyList<Field> Fields => [.. ExperienceFields.All.Where(f => f.Way is not Way.InOnly && (!PublicOnly || f.Reach is Reach.Public))];
}

/// <summary>Writes experiences out, some hundred at a time in memory. Never reads the store of contacts.</summary>
sealed class ExportExperiences(AppDb db, Labels labels, IShownSheets sheets, IDecisions decisions)
{
    const int Batch = 100;

    public LabelBook Book => labels.Book;

    public Task<bool> HasCall(string slug) => db.Calls.AnyAsync(c => c.Slug == slug);

    /// <summary>Returns how many were written.</summary>
    public async Task<int> Run(Stream output, ExportAsked asked)
    {
        using IRowWriter rows = asked.Json ? new JsonRowWriter(output, asked.Fields) : new CsvRowWriter(output, asked.Fields, asked.Separator);
        var states = asked.States.ToList();
        var wanted = asked.PublicOnly ? db.Experiences.Where(e => e.ShownSince != null) : db.Experiences.Where(e => states.Contains(e.State));
        var ids = await wanted.Where(e => asked.Call == null || e.Call.Slug == asked.Call).OrderBy(e => e.CreatedAt).ThenBy(e => e.Reference).Select(e => e.Id).ToListAsync();
        var written = 0;
        foreach (var batch in ids.Chunk(Batch))
        {
            var shown = asked.PublicOnly ? await sheets.Of(batch) : null;
            var documents = await Documents(batch);
            // What everyone reads has its own door: nothing of a group leaves with it.
            var decided = asked.PublicOnly ? null : await decisions.Of(batch);
            var pasts = asked.PublicOnly ? new() : await db.ImportedPasts.AsNoTracking().Where(p => batch.Contains(p.ExperienceId)).ToDictionaryAsync(p => p.ExperienceId);
            var links = (await db.WebLinks.AsNoTracking().Where(l => batch.Contains(l.ExperienceId)).OrderBy(l => l.AddedAt).ThenBy(l => l.Id).ToListAsync()).ToLookup(l => l.ExperienceId, l => new GivenLink(l.Address, l.Alternative, l.Rights));
            var found = await db.Experiences.AsNoTracking().Include(e => e.Steps).Include(e => e.Authors).Include(e => e.Call.Questions).AsSplitQuery().Where(e => batch.Contains(e.Id)).ToDictionaryAsync(e => e.Id);
            foreach (var id in batch)
            {
                if (!found.TryGetValue(id, out var experience) || shown is not null && !shown.ContainsKey(id)) continue;
                var row = shown is null ? Row(experience, documents[id], links[id]) : Shown(experience, shown[id]);
                decided?.GetValueOrDefault(id)?.Tell(row);
                pasts.GetValueOrDefault(id)?.Tell(row);
                rows.Write(row);
                written++;
            }
        }
        return written;
    }

    async Task<ILookup<Guid, string>> Documents(Guid[] batch)
    {
        var files = db.StoredFiles;
        var named = await db.Attachments.Where(a => batch.Contains(a.ExperienceId) && a.RemovedAt == null).OrderBy(a => a.AddedAt)
            .Join(files.Where(f => f.State == FileState.Clean), a => a.FileId, f => f.Id, (a, f) => new { a.ExperienceId, f.OriginalName }).ToListAsync();
        return named.ToLookup(n => n.ExperienceId, n => n.OriginalName);
    }

    ExchangeRow Row(Experience experience, IEnumerable<string> documents, IEnumerable<GivenLink> links)
    {
        var account = experience.Steps.ToAccount();
        var questions = experience.Call.Questions.ToDictionary(q => q.Id.ToString(), q => q.Text);
        // Two questions of the same words keep their ids: the file stays readable one way.
        account.Extra.Texts = account.Extra.Texts.ToDictionary(t => questions.TryGetValue(t.Key, out var text) && questions.Values.Count(v => v == text) == 1 ? text : t.Key, t => t.Value);
        var voices = Voices.Of(experience.Authors, experience.Steps.Fingerprint());
        return new()
        {
            Book = labels.Book, Account = account, Reference = experience.Reference, Call = experience.Call.Slug, State = experience.State.Code(), EntryMode = experience.EntryMode,
            BegunOn = Day(experience.CreatedAt), SentOn = experience.SubmittedAt is { } sent ? Day(sent) : null, WrittenBy = voices.Code, ReadByPersons = voices.Code is null ? null : voices.PersonsConcerned,
            Documents = [.. documents], Links = [.. links], NoticeVersion = experience.NoticeVersion,
            PublicationAgreed = experience.PublicationAgreedAt is null ? null : true, PublicationAgreedOn = experience.PublicationAgreedAt is { } agreed ? Day(agreed) : null,
        };
    }

    /// <summary>As everyone reads it. A correction is nobody's to read before its authors agree to it (EXP-R10).</summary>
    ExchangeRow Shown(Experience experience, ShownSheet sheet)
    {
        var row = Row(experience, sheet.Documents, sheet.Links);
        (row.Account, row.State, row.WrittenBy) = (sheet.Account, ExperienceState.Published.Code(), sheet.WrittenBy);
        row.ReadByPersons = sheet.WrittenBy is null ? null : sheet.WrittenBy is "RED_ENSEMBLE" or "RED_PERSONNES";
        return row;
    }

    static string Day(DateTime utc) => utc.ParisDay().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
