using Croisee.Experiences;
using Croisee.Journal;
using Croisee.Library;

namespace Croisee.Site.Demo;

/// <summary>Agreement of the authors and publication, by the same way as everybody's.</summary>
static class SeedSheets
{
    public static void AskApproval(DemoStage stage)
    {
        foreach (var told in stage.Story.Contributions)
        {
            var experience = stage.Experiences[told.Experience];
            stage.Pass(experience, ExperienceState.ApprovalAsked, Library.Acts.ApprovalAsked, Passage.Team, stage.Organiser, null, stage.At(told.ApprovalAsked));
            experience.AgreeToPublication(stage.At(told.Published, -60));
            stage.Record(stage.At(told.Published, -60), Library.Acts.Agreed, experience);
        }
    }

    /// <summary>Expects the first save done: the page is composed from what is stored.</summary>
    public static async Task<IReadOnlyDictionary<string, Sheet>> Publish(DemoStage stage, Publish publish)
    {
        var sheets = new Dictionary<string, Sheet>();
        foreach (var told in stage.Story.Contributions.OrderBy(c => c.Published))
            sheets.Add(told.Experience, await publish.Show(stage.Experiences[told.Experience], Actor.System, Passage.Team, null, stage.At(told.Published)));
        return sheets;
    }
}
