using Croisee.Data;
using Croisee.People;

namespace Croisee.Groups;

/// <summary>A slot of the group's page: a higher room says what the group is asked. The partial's model is a <see cref="GroupPart.Shown"/>.</summary>
public sealed record GroupPart(string PartialPath, int Order = 0)
{
    public sealed record Shown(Group Group, Seat? Mine, bool Organises);
}

[Audience(Audience.Member)]
public sealed class GroupModel(AppDb db, TimeProvider clock, Visitor visitor, IEnumerable<GroupPart> parts) : GroupScreen(db, clock, visitor)
{
    public IEnumerable<GroupPart> Parts => parts.OrderBy(p => p.Order);
    public GroupPart.Shown Shown => new(Group, Mine, Organises);
    public Table Table => Table.Of(Group, Today);
    public ParityOverride? Excuse => Parity.IsEqual ? null : Group.ExcuseOn(Today);

    public IEnumerable<(College College, IReadOnlyList<Seat> Seats)> Sides =>
        Group.Colleges.Select(c => (c, (IReadOnlyList<Seat>)[.. Group.Seats.Where(s => s.College == c && s.Mandate.Covers(Today))])).Where(side => side.Item2.Count > 0);

    public void OnGet() { }
}
