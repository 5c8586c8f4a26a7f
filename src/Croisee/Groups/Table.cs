namespace Croisee.Groups;

public enum DrawnState
{
    Filled,
    Done,
    Recused,
    SetAside,
    Vacant,
}

/// <summary>A seat as it is drawn at the table.</summary>
public sealed record DrawnSeat(DrawnState State, string Label);

/// <summary>One side of the table, with the words that say the same as the drawing.</summary>
public sealed record TableSide(College College, IReadOnlyList<DrawnSeat> Places, string Words);

/// <summary>Face à face: who sits, side by side, wherever people decide (invariant 1). The first side sits above the table, the others below.</summary>
/// <param name="Done">What the tick means here: « a voté », « a donné son avis ».</param>
public sealed record Table(IReadOnlyList<TableSide> Sides, string Done = "a voté")
{
    public static Table Of(Group group, DateOnly day) => new([.. group.Colleges
        .Select(college => (college, seats: group.Seats.Where(s => s.College == college && s.Role is (SeatRole.Member or SeatRole.Chair) && s.Mandate.Covers(day)).ToList()))
        .Where(side => side.seats.Count > 0 || CollegeWords.Facing.Contains(side.college))
        .Select(side => new TableSide(side.college, [.. side.seats.Select(s => new DrawnSeat(s.IsVacant ? DrawnState.Vacant : DrawnState.Filled, s.Label))], Words(side.seats)))]);

    static string Words(IReadOnlyCollection<Seat> seats)
    {
        var vacant = seats.Count(s => s.IsVacant);
        return Seats(seats.Count) + (vacant > 0 ? $", {vacant} à pourvoir" : "");
    }

    /// <summary>« 6 sièges ».</summary>
    public static string Seats(int count) => $"{count} siège{(count > 1 ? "s" : "")}";
}
