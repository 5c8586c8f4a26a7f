namespace Croisee.Deliberation;

/// <summary>
/// What a member thinks before hearing the others. Given once: it could not be changed without having read the others',
/// and changing one's mind belongs to the discussion.
/// </summary>
public sealed class Opinion : ISaid
{
    public const int TextMax = 4000;

    Opinion() => Text = "";

    internal Opinion(Guid deliberationId, Guid seatId, string text, DateTime givenAt)
    {
        Id = Guid.CreateVersion7();
        DeliberationId = deliberationId;
        SeatId = seatId;
        Text = text;
        GivenAt = givenAt;
    }

    public Guid Id { get; private set; }
    public Guid DeliberationId { get; private set; }
    public Guid SeatId { get; private set; }
    public string Text { get; private set; }
    public DateTime GivenAt { get; private set; }
    public DateTime? GoneAt { get; private set; }
    public string? GoneWhy { get; private set; }

    internal void Go(string? why, DateTime now) => (Text, GoneAt, GoneWhy) = ("", now, why);
}
