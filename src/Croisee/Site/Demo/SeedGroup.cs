using Croisee.Groups;
using Croisee.Review;

namespace Croisee.Site.Demo;

/// <summary>The reading group and its twelve seats, six of each college. It has read for both closed calls and reads for the open one: same people, same seats.</summary>
static class SeedGroup
{
    public static void Run(DemoStage stage)
    {
        var told = stage.Story.Group;
        var at = stage.At(told.Day);
        var group = new Group(told.Name, stage.Organisations[told.Organisation].Id, Enum.Parse<GroupKind>(told.Kind), at);
        foreach (var one in told.Seats.OrderBy(s => s.Index))
        {
            var seat = group.OpenSeat(Enum.Parse<College>(one.College), one.Label, new(stage.Day(one.From), stage.Day(one.To)), Enum.Parse<SeatRole>(one.Role));
            group.Fill(seat, stage.Persons[one.Person].Id, stage.Organiser, stage.Day(one.From));
            stage.Seats.Add(one.Index, seat);
        }
        stage.Db.Groups.Add(group);
        stage.Group = group;
        stage.Record(at, Groups.Acts.Created, group);
        stage.Record(at.AddMinutes(30), Groups.Acts.SeatTaken, group);
        foreach (var call in stage.Story.Calls) Read(stage, call, Math.Max(call.Opens, told.Day));
    }

    static void Read(DemoStage stage, StoryCall told, int day)
    {
        var reads = new ReadingGroup(stage.Calls[told.Key].Id, stage.Group.Id, stage.At(day));
        reads.Open(stage.Group, stage.Day(day + 1), stage.At(day + 1));
        stage.Db.ReadingGroups.Add(reads);
        stage.Record(reads.ChosenAt, Review.Acts.GroupChosen, reads);
        stage.Record(reads.OpenedAt!.Value, Review.Acts.Opened, reads);
    }
}
