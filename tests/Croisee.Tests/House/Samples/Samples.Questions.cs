using Croisee.Experiences;
using Croisee.Files;
using Croisee.Groups;
using Microsoft.EntityFrameworkCore;

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
        ToTheVote(question, group.Seats.Single(s => s.Role is SeatRole.Chair).Id);
        names[Thing.Deliberation] = question.Reference;
        names[Thing.Remark] = question.Remarks.Single().Id.ToString();
        await Given.Added(question);
        var decided = ToTheVote(new Deliberation(group, "Retenir celle-ci aussi ?", new("essai", Guid.CreateVersion7()), DecisionRule.DoubleMajority, Quorum.MoreThanHalf, Today, Now, asksReason: true));
        foreach (var seat in decided.Seats.ToList()) decided.Cast(seat.SeatId, Vote.Yes, null, Now);
        decided.Close(Now);
        names[Thing.DecidedQuestion] = decided.Reference;
        await Given.Added(decided);
        var left = new Deliberation(group, "Retenir celle d’avant ?", new("essai", Guid.CreateVersion7()), DecisionRule.DoubleMajority, Quorum.MoreThanHalf, Before, Now);
        names[Thing.LeftQuestion] = left.Reference;
        await Given.Added(left);
        await AChoice(group);
    }

    /// <summary>A decision with its reasons, whose words may be corrected.</summary>
    async Task AChoice(Group group)
    {
        var chosen = await place.Db(db => db.Experiences.Where(e => e.Reference == names[Thing.ToPropose]).Select(e => e.Id).SingleAsync());
        var question = ToTheVote(new Deliberation(group, "Ne pas retenir ?", new("essai", Guid.CreateVersion7()), DecisionRule.DoubleMajority, Quorum.MoreThanHalf, Today, Now));
        foreach (var (seat, i) in question.Seats.ToList().Select((s, i) => (s, i))) question.Cast(seat.SeatId, Vote.No, i == 0 ? "Rien n’a encore changé." : null, Now);
        question.Close(Now);
        await Given.Added(question);
        await Given.Added(new Croisee.Review.Selection(chosen, question, null, Now));
    }

    DateOnly Before => Today.AddDays(-2);

    /// <summary>Sat until a day before anybody else of the group did.</summary>
    void Left(Group group, College college, Croisee.People.Person person, Guid by) => group.Fill(group.OpenSeat(college, "Ancien membre", new(Before, Before)), person.Id, by, Before);

    Deliberation ToTheVote(Deliberation question, Guid? says = null)
    {
        foreach (var seat in question.Seats.ToList()) question.Give(seat.SeatId, "Le récit est sincère.", Now);
        question.OpenDiscussion(Now);
        if (says is { } seated) question.Say(seated, "Les effets sont à la fin.", Now);
        question.OpenBallot(null, Now);
        return question;
    }
}
