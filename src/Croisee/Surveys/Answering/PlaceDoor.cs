using System.Collections.Concurrent;

namespace Croisee.Surveys.Answering;

/// <summary>
/// How many forms one place takes in ten minutes, from wherever they are sent (S23). The end of the window is kept for networks that have sent few: some that send without rest
/// do not close a place to everybody else. In memory: keyed hashes of networks, gone with the window.
/// </summary>
public sealed class PlaceDoor(IConfiguration settings, TimeProvider clock)
{
    static readonly TimeSpan Span = TimeSpan.FromMinutes(10);
    /// <summary>One part in five of a window is for networks that have sent few forms to this place: one in twenty of what a network may send.</summary>
    const int ReservedPart = 5, FewPart = 20;

    sealed class Window(DateTime since)
    {
        public readonly DateTime Since = since;
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
        var window = windows.AddOrUpdate(place, _ => new(now), (_, known) => now - known.Since < Span ? known : new(now));
        lock (window)
        {
            var sent = window.Of.GetValueOrDefault(network);
            if (window.Total >= (sent < few ? most : most - most / ReservedPart)) return false;
            window.Of[network] = sent + 1;
            window.Total++;
            return true;
        }
    }
}
