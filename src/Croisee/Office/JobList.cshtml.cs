using Croisee.Data;
using Croisee.Jobs;
using Croisee.People;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Office;

[Audience(Audience.Office, Role.Administrator)]
public sealed class JobListModel(AppDb db, Visitor visitor, IEnumerable<JobDefinition> jobs) : InstanceScreen(visitor)
{
    public sealed record Line(string Name, string Rhythm, DateTime? EndedAt, string? Error);

    public List<Line> Lines { get; private set; } = [];

    public async Task OnGet()
    {
        var runs = await db.JobRuns.AsNoTracking().ToDictionaryAsync(r => r.Name);
        Lines = [.. jobs.OrderBy(j => j.Name, StringComparer.Ordinal).Select(j => runs.TryGetValue(j.Name, out var run) ? new Line(j.Name, Rhythm(j.Every), run.EndedAt, run.LastError) : new Line(j.Name, Rhythm(j.Every), null, null))];
    }

    /// <summary>A task is named as a sentence goes on; a table says it with a capital.</summary>
    public static string Title(string name) => char.ToUpper(name[0], Words.Localizer.French) + name[1..];

    static string Rhythm(TimeSpan every) => every.TotalSeconds switch
    {
        86_400 => "chaque jour",
        3_600 => "chaque heure",
        60 => "chaque minute",
        > 3_600 => $"toutes les {every.TotalHours:0} heures",
        > 60 => $"toutes les {every.TotalMinutes:0} minutes",
        _ => $"toutes les {every.TotalSeconds:0} secondes",
    };
}
