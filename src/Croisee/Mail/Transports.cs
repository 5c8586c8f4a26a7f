using System.Net;
using System.Net.Mail;
using System.Text;

namespace Croisee.Mail;

/// <summary>Hands one mail over. Throws when it could not.</summary>
public interface ITransport
{
    string Describe();
    Task Send(OutgoingMail mail, CancellationToken cancel);
}

/// <summary>Where mail goes: <c>CROISEE_MAIL=smtp://user:password@host:587</c> (STARTTLS with <c>smtps://</c>), or a folder of .eml files.</summary>
public sealed record MailSettings(string From, string Origin, Uri? Smtp, string Folder)
{
    /// <summary>Demonstration keeps what was sent, for its page of mails; elsewhere the text is wiped, since it may carry a code or a link.</summary>
    public bool KeepsSentText { get; init; }

    /// <summary>Of nobody: mail from there is refused or taken for fraud by most servers.</summary>
    public const string DefaultFrom = "ne-pas-repondre@croisee.example.org";

    public static MailSettings Read(IConfiguration configuration, string dataFolder)
    {
        var smtp = configuration["CROISEE_MAIL"] is { Length: > 0 } text && text.StartsWith("smtp", StringComparison.Ordinal) ? new Uri(text) : null;
        return new(configuration["CROISEE_MAIL_FROM"] is { Length: > 0 } from ? from : DefaultFrom, (configuration["CROISEE_URL"] ?? "").TrimEnd('/'), smtp, Path.Combine(dataFolder, "courriels"));
    }
}

/// <param name="patience">Three minutes unless said.</param>
public sealed class SmtpTransport(MailSettings settings, TimeSpan? patience = null) : ITransport
{
    /// <summary>
    /// A server that takes longer counts as away. Well under the claim of a mail, and long enough for one that filters before it answers: cut too soon, it
    /// has the mail and is sent it again.
    /// </summary>
    TimeSpan Patience => patience ?? TimeSpan.FromMinutes(3);

    public string Describe() => $"SMTP {settings.Smtp!.Host}:{Port}";

    int Port => settings.Smtp!.Port > 0 ? settings.Smtp.Port : 25;

    public async Task Send(OutgoingMail mail, CancellationToken cancel)
    {
        using var client = new SmtpClient(settings.Smtp!.Host, Port) { EnableSsl = settings.Smtp.Scheme == "smtps" };
        if (settings.Smtp.UserInfo is { Length: > 0 } user && user.Split(':', 2) is [var name, var password])
            client.Credentials = new NetworkCredential(Uri.UnescapeDataString(name), Uri.UnescapeDataString(password));
        using var message = Envelope.Of(mail, settings);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        // Cut by its token; and let go of, should it hang where the token is not looked at.
        await client.SendMailAsync(message, limit.Token).WaitAsync(Patience + TimeSpan.FromSeconds(5), cancel);
    }
}

/// <summary>One .eml file a mail, named by its stable id: for demonstration and development.</summary>
public sealed class FolderTransport(MailSettings settings) : ITransport
{
    public string Describe() => "dossier de fichiers .eml";

    public static string FileOf(string folder, Guid id) => Path.Combine(folder, $"{id}.eml");

    public async Task Send(OutgoingMail mail, CancellationToken cancel)
    {
        var drop = Directory.CreateDirectory(Path.Combine(settings.Folder, ".depot", mail.Id.ToString())).FullName;
        using (var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = drop })
        using (var message = Envelope.Of(mail, settings))
            await client.SendMailAsync(message, cancel);
        File.Move(Directory.GetFiles(drop).Single(), FileOf(settings.Folder, mail.Id), overwrite: true);
        Directory.Delete(drop, recursive: true);
    }
}

static class Envelope
{
    public static MailMessage Of(OutgoingMail mail, MailSettings settings)
    {
        var message = new MailMessage(settings.From, mail.To, mail.Subject, mail.Text) { SubjectEncoding = Encoding.UTF8, BodyEncoding = Encoding.UTF8, HeadersEncoding = Encoding.UTF8 };
        message.Headers.Add("Message-ID", $"<{mail.Id}@croisee>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(mail.Html, Encoding.UTF8, "text/html"));
        return message;
    }
}
