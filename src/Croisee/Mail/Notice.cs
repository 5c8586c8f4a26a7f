namespace Croisee.Mail;

/// <summary>A line for one person, gathered with others into one mail by window instead of a mail each.</summary>
public sealed class Notice
{
    Notice() { }

    public Notice(string to, string line, string path, DateTime now)
    {
        Id = Guid.CreateVersion7();
        (To, Line, Path, CreatedAt) = (to, line, path, now);
    }

    public Guid Id { get; private set; }
    public string To { get; private set; } = "";
    public string Line { get; private set; } = "";
    /// <summary>Local path; the mail adds the configured origin (S28).</summary>
    public string Path { get; private set; } = "";
    public DateTime CreatedAt { get; private set; }
    public DateTime? BundledAt { get; private set; }
}
