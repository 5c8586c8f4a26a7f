namespace Croisee.Journal;

/// <summary>
/// What is written of an act that did not happen (S17). Told as codes: a wrong code or a form refused on a page of codes, too many tries of one network, something
/// somebody wanted to give themselves, a page that is not for them.
/// </summary>
public enum Refused { Code, Tries, SelfGiven, Door }

/// <summary>
/// One line for each day, kind, page and who: an account, or a network as a keyed hash. The page is its route, never its address, and nothing that was typed is here.
/// Sent a thousand times, it is one line that counts.
/// </summary>
public sealed class Refusal
{
    Refusal() { }

    public Refusal(DateOnly day, Refused what, Guid? personId, string? network, string route, DateTime at)
    {
        (Day, What, Who, PersonId, Route, Times, LastAt) = (day, what, WhoOf(personId, network), personId, route, 1, at);
    }

    public DateOnly Day { get; private set; }
    public Refused What { get; private set; }
    /// <summary>The account or the keyed network, as one word.</summary>
    public string Who { get; private set; } = "";
    public Guid? PersonId { get; private set; }
    public string Route { get; private set; } = "";
    public int Times { get; private set; }
    public DateTime LastAt { get; private set; }

    public static string WhoOf(Guid? personId, string? network) => personId is { } id ? id.ToString("N") : "réseau " + network;
}
