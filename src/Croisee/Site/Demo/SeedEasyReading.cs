using Croisee.Experiences;
using Croisee.Experiences.Answers;
using Croisee.Journal;
using Croisee.Library;

namespace Croisee.Site.Demo;

/// <summary>What concerned readers said of easy-read summaries. The mark follows from these readings and is stored nowhere (FAL-R1).</summary>
static class SeedEasyReading
{
    public static void Run(DemoStage stage, IReadOnlyDictionary<string, Sheet> sheets)
    {
        foreach (var told in stage.Story.EasyTexts)
        {
            var sheet = sheets[told.Experience];
            foreach (var one in told.Readings)
            {
                var reading = new EasyReading(sheet.Id, stage.Persons[one.Person].Id, sheet.Read().EasyHash(), stage.At(one.Day));
                reading.Say(one.Understood, tookNoPart: true, one.Remark, stage.At(one.Day));
                stage.Db.EasyReadings.Add(reading);
                stage.Record(stage.At(one.Day), Library.Acts.EasyRead, sheet);
            }
        }
    }

    /// <summary>A text that its authors changed after it was read, as everybody's: a new version, and the mark is gone. Expects what was published saved.</summary>
    public static async Task Correct(DemoStage stage, SeedExperiences experiences, Publish publish)
    {
        foreach (var told in stage.Story.EasyTexts.Where(t => t.Corrected is not null))
        {
            var (experience, day) = (stage.Experiences[told.Experience], told.Corrected!.Value);
            experience.TakeBackAgreement();
            stage.Pass(experience, ExperienceState.ApprovalAsked, Library.Acts.AmendmentBegun, Passage.Authors, experience.Authors[0].Id, told.Reason, stage.At(day));
            var step = experience.Steps.Single(s => s.Code == "essentiel");
            var essentials = step.Read<Essentials>();
            essentials.EasySummary = string.Join('\n', told.Lines);
            step.Write(essentials, experience.Authors[0].Id, stage.At(day, 10));
            foreach (var author in experience.Authors) experiences.Sign(experience, author, stage.At(day, 20));
            experience.AgreeToPublication(stage.At(day, 30));
            stage.Record(stage.At(day, 30), Library.Acts.Agreed, experience);
            await publish.Show(experience, Actor.System, Passage.Authors, told.Reason, stage.At(day, 40));
        }
    }
}
