using Croisee.Data;
using Croisee.Groups;
using Croisee.Review;

namespace Croisee.Site.Demo;

/// <summary>The reading group and its twelve seats, six of each college. It reads for the open call: a group reads for one call at a time.</summary>
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
        Read(stage);
    }

    static void Read(DemoStage stage)
    {
        var told = stage.Story.Calls.Single(c => c.Closes > 0);
        var reads = new ReadingGroup(stage.Calls[told.Key].Id, stage.Group.Id, stage.At(told.Opens));
        reads.Open(stage.Group, stage.Day(told.Opens + 1), stage.At(told.Opens + 1));
        stage.Db.ReadingGroups.Add(reads);
        stage.Record(reads.ChosenAt, Review.Acts.GroupChosen, reads);
        stage.Record(reads.OpenedAt!.Value, Review.Acts.Opened, reads);
    }
}
