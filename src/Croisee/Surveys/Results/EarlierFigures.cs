using Croisee.Data;
using Croisee.Surveys.Content;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Results;

/// <summary>
/// « La mesure d’avant »: what was published of the last survey that asked the same and showed the population that is read now: the whole with the whole, a grouping or a place with that of the same name.
/// Both have been read by everybody already, each a sum of ten answers or more of its own: side by side they say nothing that they did not.
/// </summary>
/// <param name="Survey">With its revision, without its places.</param>
public sealed record EarlierFigures(Survey Survey, ResultLines Lines)
{
    /// <summary>Of one question, as it was answered then; null where it was not shown.</summary>
    public ResultTable? Of(string question) => questions.GetValueOrDefault(question) is { Bars.Count: > 0 } table ? table : null;

    readonly Dictionary<string, ResultTable> questions = Lines.Questions.ToDictionary(q => q.Code, q => q.All, StringComparer.Ordinal);

    /// <param name="place">Where one place is read.</param>
    /// <param name="alone">It is read by everybody, because the survey has no other: then those of a place that were for who had its code stay theirs (CMP-R1).</param>
    internal static async Task<EarlierFigures?> Find(AppDb db, Survey now, string population, SurveyPlace? place, bool alone, bool easy, CancellationToken cancel)
    {
        // A revision says since which one it asks the same; answers that bear a name have no results.
        var (figures, name) = (db.PublishedFigures, place?.Name);
        var before = db.Surveys.AsNoTracking().Where(s => s.QuestionnaireId == now.QuestionnaireId && s.OrganisationId == now.OrganisationId && s.SettledAt != null && s.AgreedToNames == null && s.ClosesOn < now.OpensOn
                && s.RevisionNumber >= now.Revision.ComparableSince && s.RevisionNumber <= now.RevisionNumber)
            .OrderByDescending(s => s.ClosesOn).ThenByDescending(s => s.Id);
        var those = place is null
            ? (await before.Where(s => figures.Any(f => f.SurveyId == s.Id && f.Population == population)).Select(s => s.Id).ToListAsync(cancel)).ConvertAll(id => (Survey: id, Population: population))
            : (await before.Where(s => s.Places.Any(p => p.Name == name) && !(alone && s.Places.Any(p => p.Name != name))).Select(s => new { s.Id, Place = s.Places.Where(p => p.Name == name).Select(p => p.Id).FirstOrDefault() }).ToListAsync(cancel)).ConvertAll(s => (Survey: s.Id, Population: SurveyPlan.PopulationOf(s.Place)));
        // Nearly always the first of them shows it.
        foreach (var (id, its) in those)
        {
            if (await figures.AsNoTracking().SingleOrDefaultAsync(f => f.SurveyId == id && f.Population == its, cancel) is not { } shown) continue;
            var survey = await db.Surveys.AsNoTracking().Include(s => s.Revision).SingleAsync(s => s.Id == id, cancel);
            var lines = new ResultLines(ContentJson.Read(survey.Revision.Content), survey.OpensOn.Year, shown.Read(), easy);
            if (lines.Everybody?.Figures is not null) return new(survey, lines);
        }
        return null;
    }
}
