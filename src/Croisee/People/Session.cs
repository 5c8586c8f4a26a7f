namespace Croisee.People;

/// <summary>A device on which a person is signed in. The row decides at each request: ending it ends the access at once.</summary>
public sealed class Session
{
    /// <summary>Twelve hours without a request end a session; thirty days end it in any case.</summary>
    public static readonly TimeSpan IdleMax = TimeSpan.FromHours(12), LifeMax = TimeSpan.FromDays(30), SeenStep = TimeSpan.FromMinutes(10);
    /// <summary>Who clicks twice is answered twice the same: what a form of this browser opened opens again for a minute (S18).</summary>
    public static readonly TimeSpan SecondClick = TimeSpan.FromMinutes(1);

    Session() { }

    /// <param name="id">What the same form sent twice has in common: with it, the second sending finds the session of the first.</param>
    public Session(Guid personId, string device, bool secondFactorAsked, DateTime now, Guid? id = null)
    {
        Id = id ?? Guid.CreateVersion7();
        (PersonId, Device, SecondFactorAsked, StartedAt, SeenAt) = (personId, device, secondFactorAsked, now, now);
    }

    public Guid Id { get; private set; }
    public Guid PersonId { get; private set; }
    public Person Person { get; private set; } = null!;
    /// <summary>Browser and system family only, e.g. « Firefox sur Android ».</summary>
    public string Device { get; private set; } = "";
    public DateTime StartedAt { get; private set; }
    public DateTime SeenAt { get; private set; }
    public DateTime? EndedAt { get; private set; }
    public bool SecondFactorAsked { get; private set; }
    public DateTime? SecondFactorAt { get; private set; }

    public void PassSecondFactor(DateTime now) => SecondFactorAt = now;
    /// <summary>The person stopped the second factor: what was proved with it proves nothing any more.</summary>
    public void ForgetSecondFactor() { SecondFactorAsked = false; SecondFactorAt = null; }
    public void End(DateTime now) => EndedAt ??= now;

    /// <summary>Whether this session still opens something at <paramref name="now"/>.</summary>
    public bool IsAlive(DateTime now) => EndedAt is null && now <= StartedAt + LifeMax && now <= SeenAt + IdleMax;

    public static string DeviceOf(string? agent)
    {
        agent ??= "";
        var browser = agent.Contains("Firefox/") ? "Firefox" : agent.Contains("Edg/") ? "Edge" : agent.Contains("Chrome/") ? "Chrome" : agent.Contains("Safari/") ? "Safari" : "Navigateur";
        var system = agent.Contains("Android") ? "Android" : agent.Contains("iPhone") || agent.Contains("iPad") ? "iOS" : agent.Contains("Windows") ? "Windows" : agent.Contains("Mac OS") ? "macOS" : agent.Contains("Linux") ? "Linux" : "un appareil";
        return $"{browser} sur {system}";
    }
}
