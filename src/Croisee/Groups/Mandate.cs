namespace Croisee.Groups;

/// <summary>The days on which somebody sits, both included, in Europe/Paris. Without an end it lasts as long as the group.</summary>
public readonly record struct Mandate(DateOnly From, DateOnly? To = null)
{
    public bool Covers(DateOnly day) => From <= day && (To is null || day <= To);

    public bool Overlaps(Mandate other) => (To is null || other.From <= To) && (other.To is null || From <= other.To);
}
