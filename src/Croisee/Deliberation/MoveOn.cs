using Croisee.Data;
using Croisee.Groups;
using Croisee.Journal;
using Croisee.Words;

namespace Croisee.Deliberation;

/// <summary>Takes a question to its next step: changes it, tells those who sit on it, writes it in the journal, announces the answer; the caller saves.</summary>
public sealed class MoveOn(AppDb db, TimeProvider clock, TellLeads leads, TellPanel panel, IEnumerable<ISubjectCard> cards)
{
    /// <param name="lastDay">Last day of the vote, included, in Europe/Paris; null for a vote that the organiser closes.</param>
    /// <exception cref="Rules.RuleBroken">The question may not move on yet; says what is missing.</exception>
    public async Task Run(Deliberation question, Group group, DateOnly? lastDay, Actor actor)
    {
        var now = clock.UtcNow();
        switch (question.Step)
        {
            case Step.Opinions:
                question.OpenDiscussion(now);
                await Tell(question, group, Acts.DiscussionOpened, "Les échanges sont ouverts", "echanges", actor, now);
                break;
            case Step.Discussion:
                question.OpenBallot(lastDay is { } last ? Deliberation.EndOf(last, now) : null, now);
                await Tell(question, group, Acts.BallotOpened, lastDay is { } day ? $"Le vote est ouvert {day.UntilInclusive()}" : "Le vote est ouvert", "vote", actor, now);
                break;
            case Step.Ballot:
                var outcome = question.Close(now);
                if (question.AwaitsReason) await leads.Run(group, $"Le motif du groupe est à écrire\u00A0: {question.Question}", $"/deliberations/{question.Reference}/motif", aside: await cards.Aside(question, group));
                else db.Announce(new DeliberationClosed(question.Id, question.Subject, outcome.Result));
                await Tell(question, group, Acts.Closed, $"Le résultat est connu, code de l’urne {question.ClosingCode}", "resultat", actor, now);
                break;
        }
    }

    async Task Tell(Deliberation question, Group group, string act, string what, string page, Actor actor, DateTime now)
    {
        db.Record(now, actor, act, question);
        await panel.Run(question, group, $"{what}\u00A0: {question.Question}", page);
    }
}
