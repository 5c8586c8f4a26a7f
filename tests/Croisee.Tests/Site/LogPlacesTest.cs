using System.Text.Json;
using System.Text.RegularExpressions;
using Croisee.Data;
using Croisee.Tests.House;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using Xunit;

namespace Croisee.Tests.Site;

/// <summary>The program writes to its console and keeps no log of its own beside (ASVS 16.2.3); what docs/limits.md lists is all there is.</summary>
public sealed partial class LogPlacesTest
{
    [Fact]
    public async Task Are_the_console_and_nothing_else()
    {
        var folder = Directory.CreateTempSubdirectory("croisee-logs-").FullName;
        await using var app = Program.Build(demo: false, new Settings("http://127.0.0.1:0", "http://localhost", folder, null, Bench: false));
        // A debugger, or a tool that is attached, hears too: nobody does on an instance that serves.
        Assert.Contains("ConsoleLoggerProvider", app.Services.GetServices<ILoggerProvider>().Select(p => p.GetType().Name));
        Repo.None(app.Services.GetServices<ILoggerProvider>().Select(p => p.GetType().Name).Except(["ConsoleLoggerProvider", "DebugLoggerProvider", "EventSourceLoggerProvider"]), "Say in docs/limits.md where this writes:");
        Assert.Contains("la console du processus", Repo.Read("docs/limits.md").Split("## Les journaux")[1], StringComparison.Ordinal);
    }

    /// <summary>Read by a machine where the instance asks for it: one event, one line, whatever is in it (ASVS 16.2.4).</summary>
    [Fact]
    public async Task Are_lines_of_JSON_when_the_setting_says_so()
    {
        var folder = Directory.CreateTempSubdirectory("croisee-logs-").FullName;
        await using var app = Program.Build(demo: false, new Settings("http://127.0.0.1:0", "http://localhost", folder, null, Bench: false), b => b.Configuration["Logging:Console:FormatterName"] = "json");
        var name = app.Services.GetRequiredService<IOptionsMonitor<ConsoleLoggerOptions>>().CurrentValue.FormatterName;
        var formatter = app.Services.GetServices<ConsoleFormatter>().Single(f => f.Name == name);
        using var written = new StringWriter();
        formatter.Write(new LogEntry<string>(LogLevel.Error, "Croisee.Essai", new EventId(7), "Un mot\nsur deux lignes", new InvalidOperationException("panne\nici"), (s, _) => s), null, written);
        using var line = JsonDocument.Parse(Assert.Single(written.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(("Error", "Croisee.Essai", "Un mot\nsur deux lignes"), (line.RootElement.GetProperty("LogLevel").GetString(), line.RootElement.GetProperty("Category").GetString(), line.RootElement.GetProperty("Message").GetString()));
    }

    /// <summary>A file that grows is the list of erasures; every other one is a file that somebody asked for, or attached.</summary>
    [Fact]
    public void Are_no_file_that_grows() =>
        Repo.None(Repo.Product.Where(f => Grows().IsMatch(f.Code)).Select(f => f.Path).Except(["src/Croisee/Journal/ErasureList.cs"]), "Write to the log of the program (ILogger), or to the base:");

    [GeneratedRegex(@"FileMode\.Append|File\.Append\w+\(|EventLog\b|Trace\.Write|Debug\.Write|Syslog")] private static partial Regex Grows();
}
