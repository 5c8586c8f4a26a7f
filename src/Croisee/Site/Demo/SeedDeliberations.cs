using Croisee.Data;
using Croisee.Deliberation;
using Croisee.Experiences;
using Croisee.Review;

namespace Croisee.Site.Demo;

/// <summary>Questions put to the group: closed ones, counted by the real rules, and the one in progress.</summary>
sealed class SeedDeliberations(DemoStage stage, ILogger log)
{
    public void Run()
    {
        foreach (var told in stage.Story.Deliberations) Decide(told);
        foreach (var told in stage.Story.Contributions.Where(c => stage.Story.Deliberations.All(d => d.Experience != c.Experience))) Keep(told);
        var live = stage.Story.Live;
        Open(live, stage.Experiences[live.Draft!]);
    }

    void Decide(StoryDeliberation told)
    {
        var experience = stage.Experiences[told.Experience];
        var decided = stage.At(stage.Story.Contributions.Single(c => c.Experience == told.Experience).Decided!.Value);
        var question = Open(told, experience);
        question.OpenDiscussion(stage.At(told.Discussion));
        foreach (var (remark, i) in told.Remarks.Select((r, i) => (r, i))) question.Say(stage.Seats[remark.Seat].Id, remark.Text, stage.At(remark.Day, i));
        question.OpenBallot(stage.Day(told.BallotEnds).EndOfParisDay(), stage.At(told.Ballot));
        foreach (var ballot in told.Ballots) question.Cast(stage.Seats[ballot.Seat].Id, Enum.Parse<Vote>(ballot.Vote), ballot.Motive, stage.At(told.Ballot + 1, ballot.Seat * 50));
        var outcome = question.Close(stage.Day(told.BallotEnds).EndOfParisDay());
        if (outcome.Result.ToString() != told.Expected) log.LogError("Demonstration: {Experience} was expected {Expected} and the count gives {Result}", told.Experience, told.Expected, outcome.Result);
        if (question.AwaitsReason) question.GiveReason(string.Join("\n\n", told.Motives));
        stage.Record(stage.At(told.Discussion), Deliberation.Acts.DiscussionOpened, question);
        stage.Record(stage.At(told.Ballot), Deliberation.Acts.BallotOpened, question);
        stage.Record(question.ClosedAt!.Value, Deliberation.Acts.Closed, question);
        var selection = new Selection(experience.Id, question, experience.Steps.Fingerprint(), decided);
        stage.Db.Selections.Add(selection);
        stage.Pass(experience, selection.Remarkable ? ExperienceState.Remarkable : ExperienceState.NotSelected, Review.Acts.Selected, Passage.Group, null, string.Join("\n\n", told.Motives), decided);
    }

    /// <summary>Puts the question, with its recusals and opinions.</summary>
    Deliberation.Deliberation Open(StoryDeliberation told, Experience experience)
    {
        var quorum = new Quorum(Enum.Parse<QuorumKind>(told.Quorum));
        var question = new Deliberation.Deliberation(stage.Group, told.Question, new Subject(ExperienceCard.SubjectKind, experience.Id), Enum.Parse<DecisionRule>(told.Rule), quorum, stage.Day(told.Opened), stage.At(told.Opened), asksReason: true);
        stage.Record(stage.At(told.Opened), Deliberation.Acts.Opened, question);
        foreach (var one in told.Recusals)
        {
            var seat = stage.Seats[one.Seat];
            var recusal = question.Panel.Recuse(seat.Id, one.Reason, seat.PersonId!.Value, stage.At(one.Day));
            question.Panel.SetAside(recusal, stage.Seats[one.SetAside].Id, stage.At(one.Day, 30));
            stage.Record(stage.At(one.Day), Deliberation.Acts.Recused, question);
            stage.Record(stage.At(one.Day, 30), Deliberation.Acts.Restored, question);
        }
        foreach (var (opinion, i) in told.Opinions.Select((o, i) => (o, i))) question.Give(stage.Seats[opinion.Seat].Id, opinion.Text, stage.At(told.Opened + 1, i * 45));
        stage.Db.Deliberations.Add(question);
        return question;
    }

    /// <summary>Sheets of the whole collection, about which no question was put: read by two, and kept without being put forward.</summary>
    void Keep(StoryContribution told) =>
        stage.Pass(stage.Experiences[told.Experience], ExperienceState.NotSelected, Review.Acts.Selected, Passage.Group, null, "Publiée dans la collection complète.", stage.At(told.ApprovalAsked - 2));
}
