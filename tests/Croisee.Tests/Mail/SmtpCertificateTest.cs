using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Croisee.Mail;
using Xunit;

namespace Croisee.Tests.Mail;

/// <summary>Mail leaves for the server that was named and for nobody in its place: a certificate that nobody vouches for, or no TLS at all, and neither the password nor the mail is given (ASVS 12.3.1, 12.3.2).</summary>
[Trait("kind", "pure")]
public sealed class SmtpCertificateTest
{
    const string Password = "mot-de-passe-a-taire", Word = "motquinepartpas";

    [Theory, InlineData(true), InlineData(false)]
    public async Task Gives_nothing_to_a_server_that_does_not_prove_who_it_is(bool offersTls)
    {
        using var server = new Impostor(offersTls);
        var settings = new MailSettings("croisee@example.org", "http://localhost", new Uri($"smtps://compte:{Password}@localhost:{server.Port}"), Path.GetTempPath());
        var mail = new OutgoingMail("quelquun@example.org", new Letter("Essai").Say(Word), new DateTime(2027, 3, 15, 0, 0, 0, DateTimeKind.Utc));
        await Assert.ThrowsAnyAsync<Exception>(() => new SmtpTransport(settings, TimeSpan.FromSeconds(20)).Send(mail, CancellationToken.None));
        Assert.True(server.WasSpokenTo, "Nobody came to the server.");
        var heard = server.Heard;
        Assert.DoesNotContain("MAIL FROM", heard, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("AUTH", heard, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Word, heard, StringComparison.Ordinal);
        foreach (var secret in new[] { Password, Convert.ToBase64String(Encoding.UTF8.GetBytes(Password)) }) Assert.DoesNotContain(secret, heard, StringComparison.Ordinal);
    }

    /// <summary>Speaks SMTP, and shows a certificate that it signed itself; all it hears is noted, in the clear and inside TLS.</summary>
    sealed class Impostor : IDisposable
    {
        readonly TcpListener listener = new(IPAddress.Loopback, 0);
        readonly StringBuilder heard = new();
        readonly X509Certificate2 certificate;
        readonly bool offersTls;

        public Impostor(bool offersTls)
        {
            this.offersTls = offersTls;
            using var key = RSA.Create(2048);
            var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            using var made = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
            certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
            listener.Start();
            _ = Serve();
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;
        public bool WasSpokenTo { get; private set; }
        public string Heard { get { lock (heard) return heard.ToString(); } }

        async Task Serve()
        {
            try
            {
                while (true)
                {
                    using var client = await listener.AcceptTcpClientAsync();
                    WasSpokenTo = true;
                    try { await Speak(client.GetStream(), inTls: false); }
                    catch (Exception e) when (e is IOException or AuthenticationException) { /* The client would have none of it. */ }
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException) { /* Closed. */ }
        }

        async Task Speak(Stream stream, bool inTls)
        {
            using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
            if (!inTls) await Say(stream, "220 essai");
            while (await reader.ReadLineAsync() is { } line)
            {
                lock (heard) heard.AppendLine(line);
                if (line.StartsWith("EHLO", StringComparison.OrdinalIgnoreCase)) await Say(stream, offersTls && !inTls ? "250-essai\r\n250-STARTTLS\r\n250 AUTH LOGIN PLAIN" : "250-essai\r\n250 AUTH LOGIN PLAIN");
                else if (line.StartsWith("STARTTLS", StringComparison.OrdinalIgnoreCase))
                {
                    await Say(stream, "220 go");
                    await using var secure = new SslStream(stream, leaveInnerStreamOpen: true);
                    await secure.AuthenticateAsServerAsync(certificate);
                    await Speak(secure, inTls: true);
                    return;
                }
                else if (line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase)) { await Say(stream, "221 bye"); return; }
                else await Say(stream, line.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase) ? "334 VXNlcm5hbWU6" : "250 ok");
            }
        }

        static async Task Say(Stream stream, string line)
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"));
            await stream.FlushAsync();
        }

        public void Dispose()
        {
            listener.Stop();
            certificate.Dispose();
        }
    }
}
