namespace Croisee.Groups;

/// <summary>
/// As many persons on each side (EXP-R7, invariant 1). A value computed from the seats of a day, never a flag: it names who is missing.
/// Vacant seats, facilitators, alternates and ended mandates do not count.
/// </summary>
public sealed record Parity
{
    Parity(IReadOnlyList<(College College, int Count)> counts) => Counts = counts;

    /// <summary>How many decide in each compared college, in the order of the colleges.</summary>
    public IReadOnlyList<(College College, int Count)> Counts { get; }

    public static Parity Of(IEnumerable<Seat> seats, DateOnly day) => Of(seats.Where(s => s.DecidesOn(day)).Select(s => s.College));

    /// <summary>Parity between the two facing colleges, from the college of each person who decides.</summary>
    public static Parity Of(IEnumerable<College> deciding)
    {
        var colleges = deciding.ToList();
        return new([.. CollegeWords.Facing.Select(side => (side, colleges.Count(c => c == side)))]);
    }

    public int CountOf(College college) => Counts.FirstOrDefault(c => c.College == college).Count;

    /// <summary>Persons between the fullest side and the emptiest; 0 when sides are equal, also when nobody sits.</summary>
    public int Gap => Counts.Max(c => c.Count) - Counts.Min(c => c.Count);

    /// <summary>Equal and peopled: an empty table is not at parity.</summary>
    public bool IsEqual => Gap == 0 && Counts[0].Count > 0;

    /// <summary>The seats to fill so that sides are equal, without taking anybody away.</summary>
    public IReadOnlyList<(College College, int Seats)> Missing
    {
        get
        {
            var fullest = Math.Max(1, Counts.Max(c => c.Count));
            return [.. Counts.Where(c => c.Count < fullest).Select(c => (c.College, fullest - c.Count))];
        }
    }

    /// <summary>Says the counts and names what is missing, for everybody to read.</summary>
    public string Sentence
    {
        get
        {
            var counts = Counts.Select(c => c.College.Counted(c.Count)).ToList().Listed();
            if (IsEqual) return $"La parité est respectée\u00A0: {counts}.";
            var missing = Missing.Select(m => $"{m.Seats} siège{(m.Seats > 1 ? "s" : "")} de {m.College.One()}").ToList().Listed();
            return $"Il manque {missing}\u00A0: {counts}.";
        }
    }

    public bool Equals(Parity? other) => other is not null && Counts.SequenceEqual(other.Counts);

    public override int GetHashCode() => Counts.Aggregate(17, (hash, c) => HashCode.Combine(hash, c.College, c.Count));
}
