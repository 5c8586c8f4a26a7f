using System.Collections.Concurrent;

namespace Croisee.Surveys.Answering;

/// <summary>
/// How many forms that store something one place takes in ten minutes, from wherever they are sent (S23). The end of the window is kept for networks that have sent few: some that send without rest
/// do not close a place to everybody else. In memory: keyed hashes of networks, gone with the window.
/// </summary>
public sealed class PlaceDoor(IConfiguration settings, TimeProvider clock)
{
    static readonly TimeSpan Span = TimeSpan.FromMinutes(10);
    /// <summary>One part in five of a window is for networks that have sent few forms to this place: one in twenty of what a network may send.</summary>
    const int ReservedPart = 5, FewPart = 20;

    sealed class Window(DateTime since, Dictionary<string, int> before)
    {
        public readonly DateTime Since = since;
        /// <summary>What came in the window before this one.</summary>
        public readonly Dictionary<string, int> Before = before;
        public readonly Dictionary<string, int> Of = new(StringComparer.Ordinal);
        public int Total;
    }

    readonly ConcurrentDictionary<string, Window> windows = new(StringComparer.Ordinal);

    /// <summary>False when this place has had enough from this network for now.</summary>
    /// <param name="place">The code of a place that is known: invented ones would fill the memory.</param>
    public bool Enter(string place, string network)
    {
        var (now, most) = (clock.GetUtcNow().UtcDateTime, settings.GetValue(AnswerLimit.PlaceSetting, AnswerLimit.PerPlace));
        var few = Math.Max(1, settings.GetValue(AnswerLimit.Setting, AnswerLimit.PerWindow) / FewPart);
        var window = windows.AddOrUpdate(place, _ => new(now, []), (_, known) => now - known.Since < Span ? known : new(now, now - known.Since < 2 * Span ? OfThen(known) : []));
        lock (window)
        {
            var sent = window.Of.GetValueOrDefault(network);
            if (window.Total >= (sent < few ? most : most - most / ReservedPart)) return false;
            window.Of[network] = sent + 1;
            window.Total++;
            return true;
        }
    }

    /// <summary>
    /// Most of what a network may send in a window came from this one to this place, in this window or the one before: what is refused there is a sign of a flood at this door. Behind one address that many places answer
    /// from, a whole town's or a region's, the bar is reached too, and none of them is stuffed by that.
    /// </summary>
    public bool IsFloodedBy(string place, string network)
    {
        if (!windows.TryGetValue(place, out var window)) return false;
        var most = (settings.GetValue(AnswerLimit.Setting, AnswerLimit.PerWindow) + 1) / 2;
        lock (window) return Math.Max(window.Of.GetValueOrDefault(network), window.Before.GetValueOrDefault(network)) >= most;
    }

    static Dictionary<string, int> OfThen(Window window)
    {
        lock (window) return new(window.Of, StringComparer.Ordinal);
    }
}
