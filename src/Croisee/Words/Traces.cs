namespace Croisee.Words;

/// <summary>What in a free text may lead to somebody (rules <c>EXP-R3</c> and <c>RGP-R2</c>).</summary>
public enum TraceKind { Name, Phone, Email, SocialSecurityNumber, BirthDate, Room, Health }

/// <summary>
/// A span of the text, in UTF-16 units, that may lead to somebody. <paramref name="Suggestion"/> is what to write
/// instead; empty when the sentence reads well without.
/// </summary>
public sealed record Trace(int Start, int Length, TraceKind Kind, string Suggestion)
{
    public int End => Start + Length;
}

/// <summary>
/// The local detector of <c>RGP-R2</c>: it warns the writer and proposes; it never blocks, keeps nothing and calls nobody.
/// Time is linear in the text: each rule looks a bounded number of words to the left and to the right.
/// </summary>
public static class IdentityTraces
{
    /// <summary>The traces of a text, sorted by place, never overlapping. Any string is accepted, broken Unicode too.</summary>
    public static IReadOnlyList<Trace> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0) return [];

        // The order is a priority: a name inside an address is the address.
        var found = new TraceSpans(text.Length);
        MailTraces.Find(text, found);
        SecurityNumberTraces.Find(text, found);
        PhoneTraces.Find(text, found);
        var words = new TraceTokens(text);
        PhoneTraces.FindSpelt(words, found);
        RoomTraces.Find(words, found);
        var people = new TracePeople(words);
        NameTraces.Find(words, people, found);
        NameInContextTraces.Find(words, people, found);
        NameEchoes.Find(words, people, found);
        BirthTraces.Find(words, people, found);
        HealthTraces.Find(words, people, found);
        return found.Sorted();
    }

    /// <summary>The text with each trace replaced by its suggestion, spaces, commas, elisions and capitals put right.</summary>
    /// <remarks>Traces that overlap an earlier one or stand outside the text are left alone.</remarks>
    public static string Remove(string text, IEnumerable<Trace> traces)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(traces);
        return TraceRemoval.Run(text, traces);
    }
}
