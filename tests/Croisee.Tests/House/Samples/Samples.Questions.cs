using Croisee.Files;
using Croisee.Groups;

namespace Croisee.Tests.House;

using Croisee.Deliberation;

/// <summary>What stands in one state only: a question that is being voted on, one that was decided and awaits the group's reason, one that waits for seats whose mandate is over, a file that no antivirus could read.</summary>
sealed partial class Samples
{
    StoredFile AnIsolatedFile()
    {
        var file = new StoredFile(new string('c', 32), FileKind.Pdf, 12, new string('d', 64), "charte.pdf", false, Now);
        for (var i = 0; i < 3; i++) file.Note(new(ScanState.Failed));
        return file;
    }

    async Task ADeliberation(Group group)
    {
        var question = new Deliberation(group, "Retenir cette expérience ?", new("essai", Guid.CreateVersion7()), DecisionRule.DoubleMajority, Quorum.MoreThanHalf, Today, Now);
        ToTheVote(question);
        names[Thing.Deliberation] = question.Reference;
        await Given.Added(question);
        var decided = ToTheVote(new Deliberation(group, "Retenir celle-ci aussi ?", new("essai", Guid.CreateVersion7()), DecisionRule.DoubleMajority, Quorum.MoreThanHalf, Today, Now, asksReason: true));
        foreach (var seat in decided.Seats.ToList()) decided.Cast(seat.SeatId, Vote.Yes, null, Now);
        decided.Close(Now);
        names[Thing.DecidedQuestion] = decided.Reference;
        await Given.Added(decided);
        var left = new Deliberation(group, "Retenir celle d’avant ?", new("essai", Guid.CreateVersion7()), DecisionRule.DoubleMajority, Quorum.MoreThanHalf, Before, Now);
        names[Thing.LeftQuestion] = left.Reference;
        await Given.Added(left);
    }

    DateOnly Before => Today.AddDays(-2);

    /// <summary>Sat until a day before anybody else of the group did.</summary>
    void Left(Group group, College college, Croisee.People.Person person, Guid by) => group.Fill(group.OpenSeat(college, "Ancien membre", new(Before, Before)), person.Id, by, Before);

    Deliberation ToTheVote(Deliberation question)
    {
        foreach (var seat in question.Seats.ToList()) question.Give(seat.SeatId, "Le récit est sincère.", Now);
        question.OpenDiscussion(Now);
        question.OpenBallot(null, Now);
        return question;
    }
}
