using Croisee.Experiences;
using Croisee.Experiences.Answers;
using Croisee.Experiences.Exchange;
using Croisee.People;
using Microsoft.AspNetCore.DataProtection;

namespace Croisee.Site.Demo;

/// <summary>The experiences of the closed calls, from their first line to the group's table; publication comes after the first save.</summary>
sealed class SeedExperiences(DemoStage stage, IDataProtectionProvider protection, ILogger log)
{
    public async Task Run()
    {
        foreach (var told in stage.Story.Contributions)
        {
            var json = stage.Story.Experiences[told.Experience];
            var read = Read(json, told.Experience);
            if (stage.Story.EasyTexts.FirstOrDefault(t => t.Experience == told.Experience) is { } easy) read.Account.Essentials.EasySummary = string.Join('\n', easy.Before ?? easy.Lines);
            var voices = read.WrittenBy switch
            {
                "RED_PERSONNES" => new[] { Voice.PersonConcerned },
                "RED_PROFESSIONNELS" => [Voice.Professional],
                _ => [Voice.PersonConcerned, Voice.Professional],
            };
            var experience = Begin(told.Experience, stage.Calls[told.Call], read.EntryMode, read.Account, voices, stage.At(told.Begun), stage.At(told.Submitted, -60));
            foreach (var author in experience.Authors) Sign(experience, author, stage.At(told.Submitted, -30));
            await Contact(experience, read, stage.At(told.Submitted, -20));
            Send(experience, read.Account, stage.At(told.Submitted));
            stage.Pass(experience, ExperienceState.Admissible, Review.Acts.Admitted, Passage.Team, stage.Moderator, null, stage.At(told.Admissible));
        }
    }

    public ReadExperience Read(System.Text.Json.JsonElement json, string key)
    {
        var read = ExperienceFields.Read(json);
        foreach (var fault in read.Errors) log.LogError("Demonstration: {Experience}: {Fault}", key, fault.ToString());
        return read;
    }

    /// <summary>A draft with what was told, and its authors. The first author's private code is that of the demonstration when it has one.</summary>
    public Experience Begin(string key, Call call, string entryMode, Account account, IReadOnlyList<Voice> voices, DateTime begun, DateTime touched)
    {
        var experience = new Experience(call, entryMode, null, begun);
        foreach (var (voice, i) in voices.Select((v, i) => (v, i)))
            experience.Invite(voice, SpokenCode.Hash(SpokenCode.Read(i == 0 && DemoCodes.All.Any(c => c.Key == key) ? DemoCodes.Of(key) : SpokenCode.New())!), begun);
        foreach (var (step, answers) in experience.Steps.Zip(account.Steps)) step.Write(answers, experience.Authors[0].Id, touched);
        experience.Entitle(account.Essentials.Title);
        experience.CarriedBy(account.Structure.OrganisationName);
        experience.Locate(account.Structure);
        experience.Touch(touched);
        stage.Db.Experiences.Add(experience);
        stage.Experiences.Add(key, experience);
        stage.Record(begun, Experiences.Acts.Begun, experience);
        return experience;
    }

    public void Sign(Experience experience, Author author, DateTime at)
    {
        author.Sign(experience.Steps.Fingerprint(), at);
        stage.Record(at, Experiences.Acts.Signed, experience);
    }

    /// <summary>Fictional contact data, through their one door.</summary>
    public async Task Contact(Experience experience, ReadExperience read, DateTime at)
    {
        if (read.Contact is not { } details) return;
        await new ContactStore(stage.Db, protection, new PastClock(at), []).Save(experience, details, read.Recontact);
        stage.Record(at, Experiences.Acts.ContactSaved, experience);
    }

    public void Send(Experience experience, Account account, DateTime at)
    {
        experience.Submit(account, experience.Authors[0].Id, at);
        stage.Db.Passages.Add(experience.Passages[^1]);
        stage.Record(at, Experiences.Acts.Submitted, experience);
    }

    /// <summary>The clock as it stood then: a store that reads the time writes the day of the story.</summary>
    sealed class PastClock(DateTime then) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => then;
    }
}
