using Croisee.Experiences;
using Croisee.Framework;
using Croisee.Review;

namespace Croisee.Site.Demo;

/// <summary>Pairs, blind readings and what both readers settled.</summary>
static class SeedReadings
{
    public static void Run(DemoStage stage)
    {
        foreach (var told in stage.Story.Readings) Read(stage, stage.Experiences[told.Experience!], told);
    }

    /// <summary>From admissible to in reading, then analysed when the pair settled.</summary>
    public static void Read(DemoStage stage, Experience experience, StoryReadings told)
    {
        var (db, at) = (stage.Db, stage.At(told.Assigned));
        var (user, professional) = (stage.Seats[told.Pair[0]].Id, stage.Seats[told.Pair[1]].Id);
        var pair = new Pair(experience.Id, stage.Group.Id, user, professional, stage.Day(told.Due ?? told.Assigned + ReadingGroup.DaysToRead), at);
        db.Pairs.Add(pair);
        stage.Pass(experience, ExperienceState.InReading, Review.Acts.Assigned, Passage.Team, stage.Organiser, null, at);
        foreach (var recusal in told.Recusals)
        {
            db.ReadingRecusals.Add(new ReadingRecusal(experience.Id, stage.Seats[recusal.Seat], recusal.Reason, stage.Seats[recusal.ReplacedBy].Id, stage.At(recusal.Day, 60)));
            stage.Record(stage.At(recusal.Day, 60), Review.Acts.LinkDeclared, experience);
        }
        var modalities = CodeSet.Of(Vocabularies.Modality, experience.Steps.ToAccount().Course.Modalities);
        foreach (var one in told.Readings)
        {
            var given = stage.At(one.Given, one.Seat);
            var reading = new Reading(pair, stage.Seats[one.Seat].Id, given.AddHours(-1));
            reading.Write(Coding(one.Coding, modalities), one.Criteria.ToDictionary(c => c.Key, c => c.Value.ToNote()), null, given);
            reading.Give(given);
            db.Readings.Add(reading);
            stage.Record(given, Review.Acts.Given, experience);
        }
        if (told.Settlement is { } settled) Settle(stage, experience, pair, settled, modalities);
    }

    static void Settle(DemoStage stage, Experience experience, Pair pair, StorySettlement told, CodeSet modalities)
    {
        var at = stage.At(told.Day);
        var settlement = new Settlement(pair, pair.ProfessionalSeatId, Coding(told.Coding, modalities), told.Reason, at.AddHours(-3));
        settlement.Accept(pair, pair.ServiceUserSeatId, at);
        stage.Db.Settlements.Add(settlement);
        stage.Record(at.AddHours(-3), Review.Acts.SettlementProposed, experience);
        stage.Pass(experience, ExperienceState.Analysed, Review.Acts.Settled, Passage.Group, null, null, at);
    }

    /// <param name="modalities">Those the authors gave: the readers of the story left them as they were.</param>
    static Coding Coding(StoryCoding told, CodeSet modalities) => new()
    {
        Degree = told.Degree, Level = told.Level,
        Landmarks = new()
        {
            EffectsScale = told.EffectsScale, Space = told.Space,
            Pathways = CodeSet.Of(Vocabularies.Pathway, told.Pathways), PathwayFields = CodeSet.Of(Vocabularies.PathwayField, told.PathwayFields), Publics = CodeSet.Of(Vocabularies.Public, told.Publics),
            Activities = CodeSet.Of(Vocabularies.Activity, told.Activities), Scales = CodeSet.Of(Vocabularies.Scale, told.Scales), Registers = CodeSet.Of(Vocabularies.Register, told.Registers), Modalities = modalities,
        },
    };
}
