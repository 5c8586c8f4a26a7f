using Croisee.Data;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.EasyRead;

/// <summary>A published easy text that one concerned reader has not said anything about yet.</summary>
/// <param name="Since">When the sheet last changed.</param>
public sealed record TextToRead(string Reference, string Title, EasyState State, DateTime Since);

/// <summary>The easy texts that wait for a concerned reader, the newest first: those that are not marked and that they have not read in the words of today (FAL-R1).</summary>
public sealed class TextsToRead(AppDb db)
{
    /// <summary>As many as one reads in a list, and as many sheets as are looked at for it: a text that changed around its easy summary is judged by its very words.</summary>
    public const int Most = 20, Looked = 100;

    public async Task<IReadOnlyList<TextToRead>> Of(Guid person, CancellationToken cancel = default)
    {
        var readings = db.EasyReadings;
        var some = await db.Sheets.AsNoTracking().Where(s => s.WithdrawnAt == null && s.Card.Contains("\"Easy\":\"")
                && !readings.Any(r => r.SheetId == s.Id && r.PersonId == person && r.At >= s.UpdatedAt)
                && (readings.Count(r => r.SheetId == s.Id && r.At >= s.UpdatedAt && r.Understood) < EasyState.Needed || readings.Any(r => r.SheetId == s.Id && r.At >= s.UpdatedAt && !r.Understood)))
            .OrderByDescending(s => s.UpdatedAt).ThenBy(s => s.Id).Take(Looked)
            .Select(s => new { s.Reference, s.Title, s.UpdatedAt, s.Content, Readings = readings.Where(r => r.SheetId == s.Id).ToList() }).ToListAsync(cancel);
        var waiting = new List<TextToRead>();
        foreach (var one in some)
        {
            var content = SheetContent.FromJson(one.Content);
            var (state, hash) = (EasyState.Of(content, one.Readings), content.EasyHash());
            if (state is { Code: not null, IsMarked: false } && !one.Readings.Any(r => r.PersonId == person && r.Hash == hash)) waiting.Add(new(one.Reference, one.Title, state, one.UpdatedAt));
            if (waiting.Count == Most) break;
        }
        return waiting;
    }
}
