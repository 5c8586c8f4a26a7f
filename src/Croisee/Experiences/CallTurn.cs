namespace Croisee.Experiences;

/// <summary>That a call opened, or ended, on this day was written in the journal and told. A call that is prolonged after its end may end again, on another day.</summary>
public sealed class CallTurn
{
    CallTurn() { }

    public CallTurn(Guid callId, string act, DateOnly day, DateTime toldAt) => (CallId, Act, Day, ToldAt) = (callId, act, day, toldAt);

    public Guid CallId { get; private set; }
    public string Act { get; private set; } = "";
    public DateOnly Day { get; private set; }
    public DateTime ToldAt { get; private set; }
}
