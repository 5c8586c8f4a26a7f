using Croisee.Groups;

namespace Croisee.Deliberation;

public enum Standing
{
    Sitting,

    /// <summary>Has a declared link with the subject: out of the question, its quorum and its count.</summary>
    Recused,

    /// <summary>Withdrawn only so that both sides weigh the same: « retiré pour rétablir l’égalité ».</summary>
    SetAside,

    /// <summary>Has left the group without a ballot on this question: out of its quorum and its count, with no link to the subject. What they said stays.</summary>
    Left,
}

/// <summary>
/// A seat as it was when the question was put. The roll is fixed then, so that changing a group later changes no vote (S17);
/// only a recusal, a departure without a vote, and their restoring move it.
/// </summary>
public sealed class PanelSeat
{
    PanelSeat() => Label = "";

    internal PanelSeat(Guid deliberationId, Seat seat)
    {
        Id = Guid.CreateVersion7();
        DeliberationId = deliberationId;
        SeatId = seat.Id;
        Number = seat.Number;
        College = seat.College;
        Label = seat.Label;
        Standing = Standing.Sitting;
    }

    public Guid Id { get; private set; }
    public Guid DeliberationId { get; private set; }
    public Guid SeatId { get; private set; }
    public int Number { get; private set; }
    public College College { get; private set; }
    public string Label { get; private set; }
    public Standing Standing { get; private set; }

    public bool Sits => Standing == Standing.Sitting;

    /// <summary>Whose account is closed is named by nothing but the place they held.</summary>
    internal void ForgetName() => Label = $"Siège {Number}";

    internal void Leave(Standing standing) => Standing = standing;
}
