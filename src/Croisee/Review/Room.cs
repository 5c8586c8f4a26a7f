namespace Croisee.Review;

/// <summary>
/// Review owns the reading of experiences by pairs of both colleges, blind, and the group's reasoned selection.
/// It must never show contact data, nor turn readings into a score.
/// </summary>
public static class Room
{
    public static void Open(IServiceCollection services) { }
}
