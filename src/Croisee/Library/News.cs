using Croisee.Framework;
using Croisee.People;
using Croisee.Rules;

namespace Croisee.Library;

/// <summary>What its holders tell of an experience some time after: codes of closed lists, and words that wait for the moderation.</summary>
/// <param name="State">V-NOUVELLE.</param>
/// <param name="What">What changed, or why it stopped, in words.</param>
/// <param name="Place">Where it was copied.</param>
/// <param name="Reason">V-MOTIF-ARRET, for what stopped.</param>
/// <param name="Stopped">First day of the month in which it stopped, as far as it is known.</param>
public sealed record NewsTold(string? State, bool Copied = false, string? What = null, string? Place = null, string? Reason = null, DateOnly? Stopped = null);

/// <summary>News of a published experience: alive, changed, copied elsewhere, or stopped and why. Never changed; later news come beside it.</summary>
public sealed class News : Moderated
{
    public const int TextMax = 1000, PlaceMax = 300, KeyMax = 60;
    public const string Alive = "NOU_VIVANTE", Changed = "NOU_CHANGEE", Stopped = "NOU_ARRETEE";

    News() { }

    /// <param name="key">Names the form: the same form sent twice is one piece of news (S18).</param>
    /// <param name="months">The milestone it answers, null when it was given freely.</param>
    public News(Guid sheetId, string key, NewsTold told, int? months, DateTime now) : base(sheetId, now)
    {
        Check(told, now);
        var stopped = told.State == Stopped;
        (Key, Months, Said, Copied) = (key, months, told.State!, told.Copied);
        (What, Place) = (Text(told.What), told.Copied ? Text(told.Place) : null);
        (Reason, StoppedMonth) = (stopped ? told.Reason : null, stopped ? told.Stopped : null);
        State = What is null && Place is null ? ModerationState.NotNeeded : ModerationState.Waiting;
    }

    public string Key { get; private set; } = "";
    public int? Months { get; private set; }
    /// <summary>V-NOUVELLE.</summary>
    public string Said { get; private set; } = "";
    public bool Copied { get; private set; }
    public string? What { get; private set; }
    public string? Place { get; private set; }
    /// <summary>V-MOTIF-ARRET.</summary>
    public string? Reason { get; private set; }
    public DateOnly? StoppedMonth { get; private set; }
    public bool IsStopped => Said == Stopped;

    static void Check(NewsTold told, DateTime now)
    {
        if (!Vocabularies.News.Has(told.State)) throw new RuleBroken("NOU-R1", "Choisissez une réponse.", "Said");
        if (told.What?.Length > TextMax) throw new RuleBroken("NOU-R1", $"Écrivez {TextMax} caractères au plus.", "What");
        if (told.Place?.Length > PlaceMax) throw new RuleBroken("NOU-R1", $"Écrivez {PlaceMax} caractères au plus.", "Place");
        if (told.State != Stopped) return;
        if (!Vocabularies.StopReason.Has(told.Reason)) throw new RuleBroken("NOU-R1", "Dites pourquoi, ou choisissez « Nous ne savons pas ».", "Reason");
        if (told.Stopped is { } month && month > Data.Clock.ParisDay(now)) throw new RuleBroken("NOU-R1", "Ce mois n’est pas encore venu.", "StoppedMonth");
    }

    static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    private protected override void EraseWords() => (What, Place) = (null, null);
}

/// <summary>
/// That the holders of a sheet were asked for news at 6, 12 or 24 months: one letter for each milestone, with a code that serves for nothing but the answer.
/// The code is kept as a hash only, of another purpose than the authors' codes.
/// </summary>
public sealed class NewsAsk : IAudited
{
    /// <summary>Months after publication (peers.md 3.15).</summary>
    public static readonly IReadOnlyList<int> Milestones = [6, 12, 24];
    public const int CodeMonths = 6;
    const string Purpose = "nouvelles";

    NewsAsk() { }

    public NewsAsk(Guid sheetId, int months, string code, DateTime now)
    {
        Id = Guid.CreateVersion7();
        (SheetId, Months, CodeHash, AskedAt, EndsAt) = (sheetId, months, HashOf(code)!, now, now.AddMonths(CodeMonths));
    }

    public Guid Id { get; private set; }
    public Guid SheetId { get; private set; }
    public int Months { get; private set; }
    public string CodeHash { get; private set; } = "";
    public DateTime AskedAt { get; private set; }
    public DateTime EndsAt { get; private set; }
    public DateTime? AnsweredAt { get; private set; }
    public int Version { get; private set; }
    Guid IAudited.AuditedId => SheetId;

    public bool IsOpen(DateTime now) => AnsweredAt is null && now < EndsAt;
    public void Answer(DateTime now) => AnsweredAt = now;

    /// <summary>Null when it cannot be a code.</summary>
    public static string? HashOf(string? typed) => SpokenCode.ReadToLookUp(typed) is { } read ? SpokenCode.Hash(read, Purpose) : null;
}
