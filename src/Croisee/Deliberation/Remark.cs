namespace Croisee.Deliberation;

/// <summary>Something said in the discussion by a seat of the panel.</summary>
public sealed class Remark : ISaid
{
    public const int TextMax = 2000;

    Remark() => Text = "";

    internal Remark(Guid deliberationId, Guid seatId, string text, DateTime saidAt)
    {
        Id = Guid.CreateVersion7();
        DeliberationId = deliberationId;
        SeatId = seatId;
        Text = text;
        SaidAt = saidAt;
    }

    public Guid Id { get; private set; }
    public Guid DeliberationId { get; private set; }
    public Guid SeatId { get; private set; }
    public string Text { get; private set; }
    public DateTime SaidAt { get; private set; }
    public DateTime? GoneAt { get; private set; }
    public string? GoneWhy { get; private set; }

    internal void Go(string? why, DateTime now) => (Text, GoneAt, GoneWhy) = ("", now, why);
}
