using System.Security.Cryptography;

namespace Croisee.Deliberation;

/// <summary>A seat's answer. A new one replaces it until the vote closes, and the former stays readable in the record.</summary>
public sealed class Ballot
{
    public const int MotiveMax = 2000;
    const int SaltSigns = 32;

    Ballot() => Salt = "";

    internal Ballot(Guid deliberationId, Guid seatId, Vote choice, string? motive, DateTime castAt)
    {
        Id = Guid.CreateVersion7();
        DeliberationId = deliberationId;
        SeatId = seatId;
        Vote = choice;
        Motive = motive;
        CastAt = castAt;
        Salt = RandomNumberGenerator.GetHexString(SaltSigns, lowercase: true);
    }

    public Guid Id { get; private set; }
    public Guid DeliberationId { get; private set; }
    public Guid SeatId { get; private set; }
    public Vote Vote { get; private set; }
    public string? Motive { get; private set; }

    /// <summary>When the server received it: no clock of the voter's counts (S19).</summary>
    public DateTime CastAt { get; private set; }

    public DateTime? ReplacedAt { get; private set; }

    /// <summary>Chance, so that the print of a ballot, which is published, says nothing of it. Leaves with it.</summary>
    public string Salt { get; private set; }

    public bool Stands => ReplacedAt is null;

    internal void Replace(DateTime now) => ReplacedAt = now;

    internal bool Says(Vote choice, string? motive) => Vote == choice && Motive == motive;
}
