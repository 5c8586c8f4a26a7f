namespace Croisee.Mail;

/// <summary>The last day on which somebody was reminded of something. Ids only: Mail knows no persons.</summary>
public sealed class ToldReminder
{
    ToldReminder() => What = "";

    internal ToldReminder(string what, Guid thing, Guid whom, DateOnly day) => (What, ThingId, WhomId, Day) = (what, thing, whom, day);

    public string What { get; private set; }
    public Guid ThingId { get; private set; }
    /// <summary>A seat, or the group whose leads are told.</summary>
    public Guid WhomId { get; private set; }
    public DateOnly Day { get; private set; }

    internal void TellOn(DateOnly day) => Day = day;
}
