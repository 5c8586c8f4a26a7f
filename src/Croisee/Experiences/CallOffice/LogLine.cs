using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.CallOffice;

/// <summary>A line of a history: when, who in words, what in words, why.</summary>
public sealed record LogLine(DateTime At, string Who, string What, string? Why)
{
    const int Most = 100;

    /// <summary>The last hundred acts of the journal about one noun, the latest first.</summary>
    public static async Task<IReadOnlyList<LogLine>> Of(AppDb db, IEnumerable<ToldActs> told, string type, Guid subject)
    {
        var persons = db.Persons;
        var entries = await db.JournalEntries.AsNoTracking().Where(e => e.SubjectType == type && e.SubjectId == subject).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(Most)
            .Select(e => new { e.At, e.ActorKind, e.Act, e.Reason, Name = persons.Where(p => p.Id == e.ActorId).Select(p => p.DisplayName).FirstOrDefault() }).ToListAsync();
        return [.. entries.Select(e => new LogLine(e.At, NameOf(e.ActorKind, e.Name), ToldActs.Say(told, e.Act, e.ActorKind), e.Reason))];
    }

    static string NameOf(ActorKind kind, string? name) => kind switch
    {
        ActorKind.Person => name ?? "Une personne de l’équipe",
        ActorKind.Author => "Les auteurs",
        _ => "Croisée",
    };
}
