using Croisee.Data;
using Croisee.Experiences;
using Croisee.Experiences.Answers;

namespace Croisee.Site.Demo;

/// <summary>Contributions to the open call, from an empty page to the group's table, and those that a call could not keep.</summary>
sealed class SeedDrafts(DemoStage stage, SeedExperiences experiences)
{
    public async Task Run()
    {
        foreach (var told in stage.Story.Drafts) await Draft(told);
        foreach (var told in stage.Story.Refusals) Refuse(told);
    }

    async Task Draft(StoryDraft told)
    {
        var call = stage.Calls[told.Call];
        var read = experiences.Read(told.Fields, told.Key);
        var questions = stage.Story.Calls.Single(c => c.Key == told.Call).Questions;
        foreach (var (code, answer) in told.Answers) read.Account.Extra.Texts[call.Questions[questions.FindIndex(q => q.Code == code)].Id.ToString()] = answer;
        // A person concerned always holds a code, so that the demonstration's one may still sign what only professionals signed.
        Voice[] voices = told.Signatures.Count > 0 ? [Voice.PersonConcerned, Voice.Professional] : [Voice.PersonConcerned];
        var experience = experiences.Begin(told.Key, call, told.EntryMode, read.Account, voices, stage.At(told.Begun), stage.At(told.Touched, -60));
        foreach (var signature in told.Signatures)
            experiences.Sign(experience, experience.Authors.Single(a => a.Voice == (signature.Voice == "personnes" ? Voice.PersonConcerned : Voice.Professional)), stage.At(told.Touched, -40));
        await experiences.Contact(experience, read, stage.At(told.Touched, -30));
        if (told.Submitted is { } day) experiences.Send(experience, read.Account, stage.At(day));
        Discuss(told, experience);
        if (told.Readings is not { } readings) return;
        stage.Pass(experience, ExperienceState.Admissible, Review.Acts.Admitted, Passage.Team, stage.Moderator, null, stage.At(told.Submitted!.Value + 1));
        SeedReadings.Read(stage, experience, readings);
    }

    /// <summary>The dialogue with moderation; its first line is the precision that was asked for.</summary>
    void Discuss(StoryDraft told, Experience experience)
    {
        foreach (var (message, i) in told.Messages.Select((m, i) => (m, i)))
        {
            var (at, team) = (stage.At(message.Day, 10), message.From == "moderation");
            if (i == 0 && team) stage.Pass(experience, ExperienceState.ToComplete, Review.Acts.PrecisionAsked, Passage.Team, stage.Moderator, message.Text, at);
            stage.Db.Messages.Add(new Message(experience.Id, team ? MessageFrom.Team : MessageFrom.Authors, message.Text, at));
            stage.Record(at, team ? Review.Acts.TeamWrote : Experiences.Acts.MessageSent, experience);
        }
    }

    /// <summary>Received as told, without the answers that would have made it complete, and answered kindly.</summary>
    void Refuse(StoryRefusal told)
    {
        var account = new Account { Essentials = new() { Title = told.Title, Summary = told.Summary }, Structure = new() { OrganisationType = told.OrganisationType } };
        var experience = experiences.Begin(told.Key, stage.Calls[told.Call], "SAI_EN_LIGNE", account, [told.OrganisationType == Structure.Individual ? Voice.PersonConcerned : Voice.Professional], stage.At(told.Received, -90), stage.At(told.Received, -60));
        stage.Pass(experience, ExperienceState.Submitted, Experiences.Acts.Submitted, Passage.Authors, experience.Authors[0].Id, null, stage.At(told.Received));
        stage.Pass(experience, ExperienceState.Inadmissible, Review.Acts.Refused, Passage.Team, stage.Persons[told.By].Id, told.Message, stage.At(told.Decided));
    }
}
