using Croisee.Data;
using Croisee.Experiences.Answers;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences;

/// <summary>
/// An experience already sent by the same structure with a close title and summary, shown to the author before sending. The structure is the same by its
/// name, by its FINESS number, or by the words that matter in its name within a region; who names no structure is compared within the call, and must have
/// written the same. Whoever types the name of a structure learns that one exists, not what it is called (S44), unless everyone reads its title or this
/// browser wrote it.
/// </summary>
/// <param name="Title">Null when it is nobody's to read here.</param>
public sealed record NearExperience(string? Title, DateTime SentOn)
{
    /// <summary>Share of common words from which two texts look alike: 0 nothing in common, 1 the same words.</summary>
    public const double Close = 0.5;

    /// <summary>As many as are compared: the same structure first, then the same title, then the latest sent. Of those who name no structure, more, for nothing else tells them apart.</summary>
    const int Most = 50, MostNameless = 500;

    /// <summary>What a structure is, not which one: words that half of the names share.</summary>
    static readonly HashSet<string> Kinds =
    [
        "accueil", "agence", "amis", "association", "centre", "clinique", "collectif", "comite", "commune", "communautaire", "conseil", "departement", "departemental", "departementale", "dispositif", "ehpad", "equipe",
        "etablissement", "federation", "fictif", "fictive", "fondation", "foyer", "groupe", "groupement", "handicap", "hopital", "hospitalier", "hospitaliere", "institut", "local", "locale", "maison", "medical", "medico",
        "mutuelle", "national", "nationale", "nord", "ouest", "pole", "public", "publique", "reseau", "regional", "regionale", "residence", "saint", "sainte", "sante", "service", "services", "social", "sociale", "soins",
        "territoire", "territorial", "unite", "universitaire", "ville",
    ];

    public static async Task<IReadOnlyList<NearExperience>> Find(AppDb db, Experience mine, Essentials essentials, IReadOnlyList<Guid> writesAs)
    {
        if (essentials.Title is null) return [];
        var (key, finess, written) = (mine.StructureKey, mine.StructureFiness, essentials.Title);
        var others = await SentBySame(db.Experiences.AsNoTracking(), mine).Where(e => e.Id != mine.Id && e.SubmittedAt != null && e.State != ExperienceState.Withdrawn)
            .OrderBy(e => e.StructureKey == key || (finess != null && e.StructureFiness == finess) ? 0 : 1).ThenBy(e => e.Title == written ? 0 : 1).ThenByDescending(e => e.SubmittedAt).Take(key.Length == 0 ? MostNameless : Most)
            .Select(e => new { e.Title, e.StructureKey, e.StructureFiness, e.SubmittedAt, Known = e.State == ExperienceState.Published || e.Authors.Any(a => a.EndedAt == null && writesAs.Contains(a.Id)), Text = e.Steps.Where(s => s.Code == "essentiel").Select(s => s.Answers).First() }).ToListAsync();
        var (title, whole) = (Words(essentials.Title), Words(essentials.Title + " " + essentials.Summary));
        return [.. others.Where(o => Same(mine, o.StructureKey, o.StructureFiness) && (mine.StructureKey.Length == 0 ? Slugs.Words(essentials.Title + " " + essentials.Summary).SequenceEqual(Slugs.Words(Text(o.Text)))
                : Common(title, Words(o.Title)) >= Close || Common(whole, Words(Text(o.Text))) >= Close))
            .Select(o => new NearExperience(o.Known ? o.Title : null, o.SubmittedAt!.Value)).OrderBy(n => n.Title is null).Take(3)];
    }

    /// <summary>Those that the engine finds, by one of the longest words of the name; whether enough is shared is left to <see cref="Same"/>.</summary>
    static IQueryable<Experience> SentBySame(IQueryable<Experience> experiences, Experience mine)
    {
        var (call, key, finess, region) = (mine.CallId, mine.StructureKey, mine.StructureFiness, mine.StructureRegion);
        if (key.Length == 0) return experiences.Where(e => e.CallId == call && e.StructureKey == "");
        List<string> telling = [.. Telling(key).OrderByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal)];
        // No key has this sign: it finds nothing.
        string At(int i) => i < telling.Count ? telling[i] : "#";
        var (first, second, third) = (At(0), At(1), At(2));
        return experiences.Where(e => e.StructureKey == key || (finess != null && e.StructureFiness == finess)
            || (region != null && e.StructureRegion == region && (e.StructureKey.Contains(first) || e.StructureKey.Contains(second) || e.StructureKey.Contains(third))));
    }

    static bool Same(Experience mine, string key, string? finess) =>
        key == mine.StructureKey || (finess is not null && finess == mine.StructureFiness) || Common(Telling(mine.StructureKey), Telling(key)) >= Close;

    /// <summary>The words of a structure's name that tell which one it is.</summary>
    internal static HashSet<string> Telling(string key) => [.. key.Split('-').Where(w => w.Length >= 4 && !Kinds.Contains(w))];

    static string Text(string json) => System.Text.Json.JsonSerializer.Deserialize(json, AnswersJson.Default.Essentials) is { } e ? e.Title + " " + e.Summary : "";

    /// <summary>Words of four letters or more, without accents or case: short words say little about likeness.</summary>
    internal static HashSet<string> Words(string text) => [.. Slugs.Words(text).Where(w => w.Length >= 4)];

    internal static double Common(HashSet<string> a, HashSet<string> b) => a.Count == 0 || b.Count == 0 ? 0 : (double)a.Count(b.Contains) / (a.Count + b.Count - a.Count(b.Contains));
}
