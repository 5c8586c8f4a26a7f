namespace Croisee.Mail;

public enum MailState { Waiting, Sent, Failed }

/// <summary>
/// A mail is a row, added in the same save as the change it tells of, and sent afterwards: at least once, with a stable id.
/// Failures back off and end on a page of the office. The text is wiped once sent, except in demonstration.
/// </summary>
public sealed class OutgoingMail
{
    public const int TriesMax = 12;

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
    }

    public Guid Id { get; private set; }
    public string To { get; private set; } = "";
    public string Subject { get; private set; } = "";
    public string Text { get; private set; } = "";
    public string Html { get; private set; } = "";
    public DateTime CreatedAt { get; private set; }
    public DateTime NotBefore { get; private set; }
    public MailState State { get; private set; }
    public int Tries { get; private set; }
    public DateTime? SentAt { get; private set; }
    public string? LastError { get; private set; }

    /// <summary>1, 2, 4 … minutes, at most six hours, then a person must look.</summary>
    public static TimeSpan WaitAfter(int tries) => TimeSpan.FromMinutes(Math.Min(360, Math.Pow(2, tries - 1)));

    /// <summary>One address, no header trick: no line break, no list, no comment (S10).</summary>
    public static bool IsAddress(string? text) =>
        text is { Length: > 3 and <= 254 } && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || ",;<>()\"\\".Contains(c))
        && text.IndexOf('@') is > 0 and var at && at == text.LastIndexOf('@') && text.IndexOf('.', at) > at + 1 && !text.EndsWith('.')
        && System.Net.Mail.MailAddress.TryCreate(text, out _);
}
