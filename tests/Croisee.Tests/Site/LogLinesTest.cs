using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Croisee.Tests.House;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Croisee.Tests.Site;

/// <summary>What the program writes to its log, as it is served (S40): nothing that somebody wrote, no code, no address, and nothing that would look like another line.</summary>
public sealed partial class LogLinesTest(LogLinesTest.Listened place) : IClassFixture<LogLinesTest.Listened>
{
    const string Word = "motquinedoitpasetreaujournal", Address = "adresse-a-taire@example.org", Broken = "/essai/panne";
    const string Odd = "%0D%0A%1B%5B31mfausse%20ligne";

    /// <summary>Listens at the level of an instance in use; one page breaks.</summary>
    public sealed class Listened : Place
    {
        readonly Ear ear = new();
        public IReadOnlyList<(string Message, Exception? Exception)> Lines => [.. ear.Heard];

        protected override void Tweak(WebApplicationBuilder builder)
        {
            builder.Logging.AddProvider(ear);
            builder.Services.AddSingleton<IStartupFilter>(new OnePageBreaks());
        }

        sealed class OnePageBreaks : IStartupFilter
        {
            public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
            {
                next(app);
                app.Map(Broken, broken => broken.Run(_ => throw new InvalidOperationException("A fault of ours.")));
            };
        }

        sealed class Ear : ILoggerProvider, ILogger
        {
            public ConcurrentQueue<(string, Exception?)> Heard { get; } = new();
            public ILogger CreateLogger(string categoryName) => this;
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
            public bool IsEnabled(LogLevel logLevel) => true;
            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Heard.Enqueue((formatter(state, exception), exception));
            public void Dispose() { }
        }
    }

    [Fact]
    public async Task Hold_nothing_of_what_was_written_and_no_line_of_somebody_else()
    {
        List<string> codes = [.. await AnswerAndKeep(), await Deposit()];
        await AskForACode();
        await Forged();
        var lines = place.Lines.Select(l => $"{l.Message} {l.Exception}").ToList();
        // The ear hears: the engine at the start, and the page that breaks.
        Assert.Contains(lines, l => l.StartsWith("SQLite ", StringComparison.Ordinal) || l.StartsWith("PostgreSQL ", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("A fault of ours.", StringComparison.Ordinal));
        var told = codes.SelectMany(c => new[] { c, c.Replace("-", "", StringComparison.Ordinal) }).Concat([Word, Address, "fausse ligne", "fausse%20ligne"]);
        Assert.DoesNotContain(told, t => lines.Exists(l => l.Contains(t, StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain(place.Lines, l => l.Message.Any(char.IsControl));
    }

    async Task<string[]> AnswerAndKeep()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind);
        using var browser = place.Browser();
        var form = (await browser.Open($"/repondre/{given.Code}/questions")).Form("Envoyer mes réponses").Choose("Oui", "Vous connaissez le conseil.").Fill("Que faut-il changer ?", Word);
        Assert.Equal("Merci, vos réponses sont arrivées", (await form.Send()).Heading);
        using var later = place.Browser();
        var kept = await (await (await later.Open($"/repondre/{given.Code}/questions")).Form("Garder pour plus tard").Choose("Oui", "Vous connaissez le conseil.").Fill("Que faut-il changer ?", Word).Send()).Form("Garder et voir mon code").Send();
        return [CodeOf(kept)];
    }

    async Task<string> Deposit()
    {
        var call = await place.Given.AnOpenCall();
        using var author = place.Browser();
        var begun = await (await author.Open($"/deposer/{call.Slug}")).Form("Continuer").Set("Form.Carrier", "ORG_STRUCT_PRO").Choose("Oui", "Est-ce une action").Choose("Oui", "Des personnes").Choose("Oui", "Des professionnels").Choose("Une personne concernée").Send();
        var code = CodeOf(begun);
        using var elsewhere = place.Browser();
        Assert.Equal(HttpStatusCode.OK, (await (await elsewhere.Open("/suivre")).Form("Voir où elle en est").Fill("Votre code", code).Send()).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await (await elsewhere.Open("/suivre")).Form("Voir où elle en est").Fill("Votre code", Word).Send()).Status);
        return code;
    }

    async Task AskForACode()
    {
        using var browser = place.Browser();
        var asked = await (await browser.Open("/connexion")).Form("Recevoir un code").Fill("Votre adresse de courriel", Address).Send();
        Assert.Equal(HttpStatusCode.BadRequest, (await asked.Form("Entrer").Fill("Code à 6 chiffres", "123456").Send()).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await (await browser.Open("/connexion")).Form("Recevoir un code").Fill("Votre adresse de courriel", Word).Send()).Status);
    }

    /// <summary>What no browser sends: in the path, the query, the headers and a form without its token; to a page that breaks, too.</summary>
    async Task Forged()
    {
        using var browser = place.Browser();
        foreach (var path in new[] { $"/{Odd}", $"/repertoire?q={Odd}", $"/experiences/{Word}", $"/suivre/{Word}{Odd}", $"/erreur/404?{Odd}", $"{Broken}/{Word}?{Odd}" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation("User-Agent", Word);
            request.Headers.TryAddWithoutValidation("Referer", $"http://{Word}.example/");
            request.Headers.TryAddWithoutValidation("X-Forwarded-For", Word);
            (await browser.Send(request)).Dispose();
        }
        foreach (var path in new[] { "/connexion", $"{Broken}/envoi" })
            (await browser.Send(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["Form.Email"] = Word, [Word] = "\r\n\u001b[31mfausse ligne" }) })).Dispose();
    }

    static string CodeOf(Page page)
    {
        var code = string.Join('-', page.Document.QuerySelectorAll(".secret b").Select(Page.Text));
        Assert.NotEqual("", code);
        return code;
    }

    /// <summary>A line of the log says which page, job or row; a new word here is somebody's decision that it holds nothing of a person.</summary>
    static readonly HashSet<string> Known = ["Act", "Away", "Count", "Engine", "Expected", "Experience", "Fault", "File", "Folder", "Job", "Mail", "Number", "Page", "Question", "Reason", "Result", "Route", "Script", "Seconds", "Subject", "Survey", "Tries"];

    [Fact]
    public void Are_of_fixed_words_and_of_values_that_were_looked_at()
    {
        var faults = new List<string>();
        foreach (var file in Repo.Files("src", "*.cs"))
            foreach (Match call in LogCall().Matches(Repo.Read(file)))
            {
                if (call.Groups["text"] is not { Success: true, Value: var text }) { faults.Add($"{file}: a line that is no fixed text: {call.Value}"); continue; }
                faults.AddRange(Value().Matches(text).Select(v => v.Groups[1].Value).Where(v => !Known.Contains(v)).Select(v => $"{file}: {{{v}}}"));
            }
        Repo.None(faults, "Log fixed words and values known to hold nothing that a person wrote (S40):");
        Repo.None(Repo.Files("src", "*.cs").Where(f => Repo.Read(f) is var text && (text.Contains("EnableSensitiveDataLogging", StringComparison.Ordinal) || text.Contains("IncludeErrorDetail", StringComparison.Ordinal))), "The values of rows stay out of the log:");
    }

    [GeneratedRegex(@"\.Log(?:Trace|Debug|Information|Warning|Error|Critical)\((?:\s*[\w.]+,)?(?:\s*""(?<text>(?:[^""\\]|\\.)*)"")?", RegexOptions.None, 1000)]
    private static partial Regex LogCall();

    [GeneratedRegex(@"\{(\w+)(?::[^}]*)?\}", RegexOptions.None, 1000)]
    private static partial Regex Value();
}
