namespace Croisee.Surveys.SafeRoom;

/// <summary>
/// One sheet as the room shows it: place by its rank, month, way of answering, closed answers. Neither its id nor its day: what an analysis does not need, an
/// analyst does not see. All text is UTF-8, read where the database keeps it.
/// </summary>
/// <param name="place">Rank in <see cref="RawColumns.Places"/>, from 0; -1 when the place is gone.</param>
/// <param name="month"><c>2027-03</c>.</param>
/// <param name="answers">JSON, field code to codes chosen.</param>
public readonly ref struct RawRow(int place, ReadOnlySpan<byte> month, ReadOnlySpan<byte> channel, ReadOnlySpan<byte> mode, ReadOnlySpan<byte> answers)
{
    public int Place { get; } = place;
    public ReadOnlySpan<byte> Month { get; } = month;
    public ReadOnlySpan<byte> Channel { get; } = channel;
    public ReadOnlySpan<byte> Mode { get; } = mode;
    public ReadOnlySpan<byte> Answers { get; } = answers;
}
