namespace Croisee.Ui;

public enum SeatState { Filled, Voted, Absent, Recused, Vacant }

/// <summary>A seat as it is drawn. Name is null for a vacant seat or where names are not shown.</summary>
public sealed record Seat(SeatState State, string? Name = null, string? Initials = null);

/// <summary>One college: its seats and the words beside them (counted from the seats when Sentence is null).</summary>
public sealed record SeatRow(string Label, CollegeHue Hue, IReadOnlyList<Seat> Seats, string? Sentence = null);

/// <summary>The first row sits above the table, the others below.</summary>
public sealed record FaceToFace(IReadOnlyList<SeatRow> Rows, string? Sentence = null);

/// <summary>What the marks on seats mean. One form for all, whoever sits: «a voté», «en retrait», «à pourvoir».</summary>
public sealed record SeatWords(
    string Seat = "siège", string Seats = "sièges",
    string Filled = "siège occupé", string Voted = "a voté", string VotedMany = "ont voté",
    string Absent = "en absence", string Recused = "en retrait", string Vacant = "à pourvoir")
{
    public string Of(SeatState state) => state switch
    {
        SeatState.Voted => Voted,
        SeatState.Absent => Absent,
        SeatState.Recused => Recused,
        SeatState.Vacant => Vacant,
        _ => Filled,
    };

    /// <summary>For a seat shown without a name.</summary>
    public string Alone(SeatState state) => state == SeatState.Filled ? Filled : $"{Seat} : {Of(state)}";

    /// <summary>«6 sièges, 4 ont voté, 1 en retrait, 1 à pourvoir».</summary>
    public string Count(IReadOnlyList<Seat> seats)
    {
        var parts = new List<string> { $"{seats.Count} {(seats.Count < 2 ? Seat : Seats)}" };
        foreach (var state in new[] { SeatState.Voted, SeatState.Absent, SeatState.Recused, SeatState.Vacant })
        {
            var many = seats.Count(s => s.State == state);
            if (many > 0) parts.Add($"{many} {(state == SeatState.Voted && many > 1 ? VotedMany : Of(state))}");
        }
        return string.Join(", ", parts);
    }

    internal static string? Mark(SeatState state) => state switch
    {
        SeatState.Voted => "✓",
        SeatState.Absent => "–",
        SeatState.Recused => "R",
        SeatState.Vacant => "+",
        _ => null,
    };

    internal static string Css(SeatState state) => state switch
    {
        SeatState.Voted => "voted",
        SeatState.Absent => "absent",
        SeatState.Recused => "recused",
        SeatState.Vacant => "vacant",
        _ => "filled",
    };
}
