namespace Croisee.Mail;

public enum MailState { Waiting, Sent, Failed }

/// <summary>
/// A mail is a row, added in the same save as the change it tells of, and sent afterwards: at least once, with a stable id.
/// A mail that is refused backs off; one whose server is away waits for it. Both end on a page of the office. The text is wiped once sent, except in demonstration.
/// </summary>
public sealed class OutgoingMail
{
    /// <summary>From its first failure on, a mail is tried this long: a long weekend without a mail server loses nothing (F25).</summary>
    public static readonly TimeSpan GivenUpAfter = TimeSpan.FromDays(5);
    /// <summary>A mail that found no server waits this long, or until another one leaves.</summary>
    public static readonly TimeSpan WaitForServer = TimeSpan.FromMinutes(5);

    OutgoingMail() { }

    public OutgoingMail(string to, Letter letter, DateTime now)
    {
        if (!IsAddress(to)) throw new ArgumentException("Not one plain address.", nameof(to));
        Id = Guid.CreateVersion7();
        To = to;
        Subject = letter.Subject;
        Text = letter.Text();
        Html = letter.Html();
        CreatedAt = NotBefore = now;
        (IsUrgent, IsLast) = (letter.HasCode, letter.IsLast);
    }

    public Guid Id { get; private set; }
    public string To { get; private set; } = "";
    public string Subject { get; private set; } = "";
    public string Text { get; private set; } = "";
    public string Html { get; private set; } = "";
    public DateTime CreatedAt { get; private set; }
    public DateTime NotBefore { get; private set; }
    public MailState State { get; private set; }
    /// <summary>How often it was refused. A server that is away does not count.</summary>
    public int Tries { get; private set; }
    /// <summary>When it first failed; null again once a person had it retried.</summary>
    public DateTime? FailingSince { get; private set; }
    /// <summary>Found no server: due again as soon as another mail leaves.</summary>
    public bool IsHeld { get; private set; }
    /// <summary>Somebody sits before a page and waits for the code in it: it leaves before the others.</summary>
    public bool IsUrgent { get; private set; }
    /// <summary>Says that we forget this address: the row goes once it is sent.</summary>
    public bool IsLast { get; private set; }
    public DateTime? SentAt { get; private set; }
    public string? LastError { get; private set; }

    /// <summary>1, 2, 4 … minutes, at most six hours between two tries of a refused mail.</summary>
    public static TimeSpan WaitAfter(int tries) => TimeSpan.FromMinutes(Math.Min(360, Math.Pow(2, tries - 1)));

    /// <summary>What a form says beside a field that <see cref="IsAddress"/> refuses.</summary>
    public const string NotAnAddress = "Cette adresse n’est pas complète. Elle ressemble à nom@exemple.fr.";

    /// <summary>One address, no header trick: no line break, no list, no comment (S10).</summary>
    public static bool IsAddress(string? text) =>
        text is { Length: > 3 and <= 254 } && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || ",;<>()\"\\".Contains(c))
        && text.IndexOf('@') is > 0 and var at && at == text.LastIndexOf('@') && text.IndexOf('.', at) > at + 1 && !text.EndsWith('.')
        && System.Net.Mail.MailAddress.TryCreate(text, out _);
}
