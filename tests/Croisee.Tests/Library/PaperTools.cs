using System.Diagnostics;
using System.Text.RegularExpressions;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>Reads a PDF with programs that are not ours: poppler (pdfinfo, pdftotext, pdffonts) and qpdf, which Debian has and bin/test installs.</summary>
sealed partial class PaperTools(byte[] file) : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("croisee-pdf").FullName;

    string Saved
    {
        get
        {
            var path = Path.Combine(folder, "essai.pdf");
            if (!File.Exists(path)) File.WriteAllBytes(path, file);
            return path;
        }
    }

    public async Task<string> About() => await Run("pdfinfo", Saved);
    public async Task<string> Structure() => await Run("pdfinfo", "-struct-text", Saved);
    public async Task<string> Fonts() => await Run("pdffonts", Saved);
    /// <summary>All the text, in reading order, blanks made one.</summary>
    public async Task<string> Text() => Blanks().Replace(await Run("pdftotext", "-enc", "UTF-8", Saved, "-"), " ");
    /// <summary>The text of one page, counted from 1.</summary>
    public async Task<string> Text(int page) => Blanks().Replace(await Run("pdftotext", "-enc", "UTF-8", "-f", $"{page}", "-l", $"{page}", Saved, "-"), " ");
    public Task Check() => Run("qpdf", "--check", Saved);

    /// <summary>Every object of the file, as qpdf understands it.</summary>
    public async Task<PdfTree> Tree() => new(await Run("qpdf", "--json=2", "--json-key=qpdf", Saved));

    /// <summary>What is drawn on each page, unpacked.</summary>
    public async Task<IReadOnlyList<string>> Pages()
    {
        var open = Path.Combine(folder, "ouvert.pdf");
        await Run("qpdf", "--qdf", "--object-streams=disable", Saved, open);
        var text = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(open));
        return [.. Contents().Matches(text).Select(m => m.Groups["drawn"].Value)];
    }

    /// <summary>Whether the text of a PDF can be read here.</summary>
    public static bool AreHere => Find("pdfinfo") is not null && Find("pdftotext") is not null;

    static string? Find(string program) => new[] { "/usr/bin/", "/usr/local/bin/", "/opt/homebrew/bin/" }.Select(f => f + program).FirstOrDefault(File.Exists);

    static async Task<string> Run(string program, params string[] arguments)
    {
        var path = Find(program);
        Assert.SkipWhen(path is null, $"{program} is not installed here (Debian: poppler-utils, qpdf); bin/test installs it where it can.");
        using var run = Process.Start(new ProcessStartInfo(path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = System.Text.Encoding.UTF8 })!;
        var (said, wrong) = (run.StandardOutput.ReadToEndAsync(), run.StandardError.ReadToEndAsync());
        await run.WaitForExitAsync();
        Assert.True(run.ExitCode == 0 && (await wrong).Length == 0, $"{program}: {run.ExitCode} {await wrong} {await said}");
        return await said;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [GeneratedRegex(@"\s+")] private static partial Regex Blanks();
    [GeneratedRegex(@"%% Contents for page \d+\n.*?stream\n(?<drawn>.*?)endstream", RegexOptions.Singleline)] private static partial Regex Contents();
}
