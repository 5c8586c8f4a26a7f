namespace Croisee.Deliberation;

/// <summary>Words that a seat said to the others: an opinion or a remark. They may go; that something was said stays, since the others answered it.</summary>
public interface ISaid
{
    Guid Id { get; }
    Guid SeatId { get; }
    /// <summary>Empty once gone.</summary>
    string Text { get; }
    DateTime? GoneAt { get; }
    /// <summary>Why whoever leads hid the words, read by all who read the discussion; null while they stand, and when their own seat took them back.</summary>
    string? GoneWhy { get; }
    bool IsGone => GoneAt is not null;
}
