using Croisee.Rules;

namespace Croisee.Surveys.SafeRoom;

public enum RoomAct { Entered, Crossed, TookAnswers, TookCodes }

/// <summary>
/// One act in the safe room: who, when, what, why. Lines are only added; the database refuses to change one, and to take one away before five years, whoever asks.
/// </summary>
public sealed class RoomLine
{
    public const int WhyMin = 5, WhyMax = 300, WhatMax = 500;
    /// <summary>After this the room asks again why one comes.</summary>
    public static readonly TimeSpan VisitLife = TimeSpan.FromHours(2);

    RoomLine() { }

    RoomLine(Analyst analyst, Guid sessionId, RoomAct act, string? what, string why, DateTime now)
    {
        Id = Guid.CreateVersion7();
        if (what?.Length > WhatMax) what = what[..WhatMax];
        (SurveyId, AnalystId, PersonId, SessionId, At, Act, What, Why) = (analyst.SurveyId, analyst.Id, analyst.PersonId, sessionId, now, act, what, why);
    }

    public Guid Id { get; private set; }
    public Guid SurveyId { get; private set; }
    public Guid AnalystId { get; private set; }
    public Guid PersonId { get; private set; }
    /// <summary>The connection it was done in: a visit belongs to one device.</summary>
    public Guid SessionId { get; private set; }
    public DateTime At { get; private set; }
    public RoomAct Act { get; private set; }
    /// <summary>For a crossing, what was crossed. No figure that it showed.</summary>
    public string? What { get; private set; }
    public string Why { get; private set; } = "";

    public static RoomLine Enter(Analyst analyst, Guid sessionId, string? why, DateTime now)
    {
        if (!analyst.IsDeclaredAt(now)) throw new RuleBroken("SAF-ENDED", "Cette déclaration est terminée.");
        if (analyst.PledgedAt is null) throw new RuleBroken("SAF-PLEDGE", "Acceptez d’abord l’engagement.");
        why = why?.Trim() ?? "";
        if (why.Length is < WhyMin or > WhyMax) throw new RuleBroken("SAF-WHY", $"Dites pourquoi vous venez, en {WhyMin} à {WhyMax} caractères.", "Why");
        return new(analyst, sessionId, RoomAct.Entered, null, why, now);
    }

    /// <summary>Something done during the visit that this line began, for the same reason.</summary>
    public RoomLine Then(Analyst analyst, RoomAct act, string? what, DateTime now) => new(analyst, SessionId, act, what, Why, now);

    /// <summary>From when on a line of entry still keeps the door open at <paramref name="now"/>.</summary>
    public static DateTime VisitsSince(DateTime now) => now - VisitLife;
}
