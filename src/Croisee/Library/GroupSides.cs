namespace Croisee.Library;

/// <summary>How many voices of each side the group had when it chose a sheet: what its page says of parity rests on these (EXP-R7, invariant 1).</summary>
/// <param name="Excused">An organiser let the group decide although its sides were unequal. The reason was written for the group and is not published.</param>
public sealed record GroupSides(int ServiceUsers, int Professionals, bool Excused)
{
    public bool IsEqual() => ServiceUsers == Professionals && ServiceUsers > 0;
}
