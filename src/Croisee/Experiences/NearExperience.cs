using Croisee.Data;
using Croisee.Experiences.Answers;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences;

/// <summary>
/// An experience already sent by the same structure with a close title and summary, shown to the author before sending. Whoever types the name of a structure
/// learns that one exists, not what it is called (S44), unless everyone reads its title or this browser wrote it.
/// </summary>
/// <param name="Title">Null when it is nobody's to read here.</param>
public sealed record NearExperience(string? Title, DateTime SentOn)
{
    /// <summary>Share of common words from which two texts look alike: 0 nothing in common, 1 the same words.</summary>
    public const double Close = 0.5;

    public static async Task<IReadOnlyList<NearExperience>> Find(AppDb db, Experience mine, Essentials essentials, IReadOnlyList<Guid> writesAs)
    {
        if (mine.StructureKey.Length == 0 || essentials.Title is null) return [];
        var others = await db.Experiences.AsNoTracking().Where(e => e.StructureKey == mine.StructureKey && e.Id != mine.Id && e.SubmittedAt != null && e.State != ExperienceState.Withdrawn)
            .OrderByDescending(e => e.SubmittedAt).Take(50).Select(e => new { e.Title, e.SubmittedAt, Known = e.State == ExperienceState.Published || e.Authors.Any(a => a.EndedAt == null && writesAs.Contains(a.Id)), Text = e.Steps.Where(s => s.Code == "essentiel").Select(s => s.Answers).First() }).ToListAsync();
        var (title, whole) = (Words(essentials.Title), Words(essentials.Title + " " + essentials.Summary));
        return [.. others.Where(o => Common(title, Words(o.Title)) >= Close || Common(whole, Words(Text(o.Text))) >= Close).Select(o => new NearExperience(o.Known ? o.Title : null, o.SubmittedAt!.Value)).OrderBy(n => n.Title is null).Take(3)];
    }

    static string Text(string json) => System.Text.Json.JsonSerializer.Deserialize(json, AnswersJson.Default.Essentials) is { } e ? e.Title + " " + e.Summary : "";

    /// <summary>Words of four letters or more, without accents or case: short words say little about likeness.</summary>
    internal static HashSet<string> Words(string text) => [.. Slugs.Words(text).Where(w => w.Length >= 4)];

    internal static double Common(HashSet<string> a, HashSet<string> b) => a.Count == 0 || b.Count == 0 ? 0 : (double)a.Count(b.Contains) / (a.Count + b.Count - a.Count(b.Contains));
}
