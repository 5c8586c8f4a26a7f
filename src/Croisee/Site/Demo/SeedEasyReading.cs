using Croisee.Data;
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
}
