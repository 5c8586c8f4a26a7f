using Croisee.Data;
using Croisee.Groups;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.People;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Deliberation;

/// <summary>Stores that words left a discussion: the act on the question, with its reason, and that these words were erased, so that a base that comes back loses them again (S41).</summary>
public sealed class EraseWords(AppDb db, TimeProvider clock)
{
    /// <param name="own">Taken back by their seat; otherwise hidden by whoever leads, and whoever said them is told.</param>
    public async Task Run(Deliberation question, Group group, ISaid said, bool own, string? reason, Actor actor)
    {
        var now = clock.UtcNow();
        if (own) question.TakeBack(said, said.SeatId, now);
        else
        {
            question.Hide(said, reason, now);
            await Tell(question, group, said, now);
        }
        db.Record(now, actor, own ? Acts.WordsTakenBack : Acts.WordsHidden, question, said.GoneWhy, group.OrganisationId);
        db.RecordErased<Remark>(now, actor, Acts.WordsErased, said.Id, null, group.OrganisationId);
        await db.SaveChangesAsync();
    }

    async Task Tell(Deliberation question, Group group, ISaid said, DateTime now)
    {
        var person = group.Seats.FirstOrDefault(s => s.Id == said.SeatId)?.PersonId;
        if (person is not null && await db.Persons.Where(p => p.Id == person && p.DisabledAt == null).Select(p => p.Email).SingleOrDefaultAsync() is { } address)
            db.Notify(address, $"Des mots que vous avez écrits sont cachés : {question.Question}", $"/deliberations/{question.Reference}/echanges", now);
    }

    /// <summary>A base older than that came back.</summary>
    public static async Task<bool> Again(IServiceProvider services, Guid id, DateTime at)
    {
        var db = services.GetRequiredService<AppDb>();
        if (await db.Deliberations.Whole().SingleOrDefaultAsync(d => d.Opinions.Any(o => o.Id == id) || d.Remarks.Any(r => r.Id == id)) is not { } question || question.Said(id) is not { IsGone: false } said) return false;
        question.LetGo(said, EraseAgain.Why, at);
        db.Record(at, Actor.System, Acts.WordsHidden, question, EraseAgain.Why);
        db.RecordErased<Remark>(at, Actor.System, Acts.WordsErased, id, EraseAgain.Why);
        await db.SaveChangesAsync();
        return true;
    }
}
