using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Xunit;

namespace Croisee.Browser;

/// <summary>Programs of others that judge our pages, installed by npm in <c>judges/</c>. One process for all the pages of a test. Where one is missing, the test says so and is skipped.</summary>
static class Judge
{
    public static string Folder { get; } = Path.Combine(Path.GetDirectoryName(Source())!, "judges");

    /// <summary>What the program said, line by line, having read <paramref name="input"/>.</summary>
    public static async Task<IReadOnlyList<string>> Says(string package, string program, IEnumerable<string> arguments, string input = "")
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(Folder, "node_modules", package)), $"{package} is not installed: with Node, `npm ci --ignore-scripts` in tests/Croisee.Browser/judges, or bin/test.");
        using var judge = Started(program, arguments);
        var (said, complained) = (judge.StandardOutput.ReadToEndAsync(), judge.StandardError.ReadToEndAsync());
        await judge.StandardInput.WriteAsync(input);
        judge.StandardInput.Close();
        await judge.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True((await said).Length > 0, $"{package} said nothing: {await complained}");
        return (await said).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    static Process Started(string program, IEnumerable<string> arguments)
    {
        try { return Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!; }
        catch (Win32Exception) { Assert.Skip(program + " is not installed."); throw; }
    }

    static string Source([CallerFilePath] string file = "") => file;
}
