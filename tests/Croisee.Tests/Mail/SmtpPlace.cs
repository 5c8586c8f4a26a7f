using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;

namespace Croisee.Tests.Mail;

/// <summary>A place whose mail leaves by SMTP to a real server on a free port. <see cref="Missing"/> says why there is none.</summary>
public sealed class SmtpPlace : Place
{
    Process? server;
    string port = "";

    public string? Missing { get; private set; }
    public string Messages { get; } = Directory.CreateTempSubdirectory("croisee-smtp").FullName;

    public override async ValueTask InitializeAsync()
    {
        Missing = await Start(Source());
        await base.InitializeAsync();
    }

    protected override void Tweak(WebApplicationBuilder builder)
    {
        if (Missing is null) builder.Configuration["CROISEE_MAIL"] = "smtp://127.0.0.1:" + port;
    }

    async Task<string?> Start(string folder)
    {
        try
        {
            if (!Directory.Exists(Path.Combine(folder, "node_modules", "smtp-server")))
            {
                using var install = Process.Start(new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]) { WorkingDirectory = folder })!;
                await install.WaitForExitAsync();
                if (install.ExitCode != 0) return "npm could not install smtp-server: mail by SMTP was not tried.";
            }
            server = Process.Start(new ProcessStartInfo("node", ["server.js", Messages]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardInput = true })!;
            port = await server.StandardOutput.ReadLineAsync() ?? "";
            return port.Length > 0 ? null : "The SMTP server did not start: mail by SMTP was not tried.";
        }
        catch (Win32Exception) { return "Node is not installed: mail by SMTP was not tried."; }
    }

    static string Source([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "..", "smtp");

    /// <summary>Every message taken for this recipient, as it came over the wire.</summary>
    public IReadOnlyList<string> TakenFor(string recipient) =>
        [.. Directory.GetFiles(Messages, "*.eml").Select(File.ReadAllText).Where(m => m.StartsWith($"X-Envelope-To: {recipient}\r\n", StringComparison.Ordinal))];

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (server is not null)
        {
            server.StandardInput.Close();
            if (!server.WaitForExit(5000)) server.Kill();
            server.Dispose();
        }
        Directory.Delete(Messages, recursive: true);
    }
}
