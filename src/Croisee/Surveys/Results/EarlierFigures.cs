using Croisee.Data;
using Croisee.Surveys.Content;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Results;

/// <summary>
/// « La mesure d’avant »: what was published of the last survey that asked the same, for whoever reads the same population now: the whole with the whole, a grouping or a place with that of the same name.
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
        var before = await db.Surveys.AsNoTracking().Include(s => s.Revision)
            .Where(s => s.QuestionnaireId == now.QuestionnaireId && s.OrganisationId == now.OrganisationId && s.SettledAt != null && s.AgreedToNames == null && s.ClosesOn < now.OpensOn
                && s.RevisionNumber >= now.Revision.ComparableSince && s.RevisionNumber <= now.RevisionNumber)
            .OrderByDescending(s => s.ClosesOn).ThenByDescending(s => s.Id).FirstOrDefaultAsync(cancel);
        if (before is null) return null;
        if (place is not null)
        {
            var places = await db.SurveyPlaces.AsNoTracking().Where(p => p.SurveyId == before.Id).Select(p => new { p.Id, p.Name }).ToListAsync(cancel);
            if (alone && places.Count > 1 || places.Find(p => p.Name == place.Name) is not { } same) return null;
            population = SurveyPlan.PopulationOf(same.Id);
        }
        var figures = await db.PublishedFigures.AsNoTracking().SingleOrDefaultAsync(f => f.SurveyId == before.Id && f.Population == population, cancel);
        if (figures is null) return null;
        var lines = new ResultLines(ContentJson.Read(before.Revision.Content), before.OpensOn.Year, figures.Read(), easy);
        return lines.Everybody?.Figures is null ? null : new(before, lines);
    }
}
