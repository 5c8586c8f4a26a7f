using System.Data.Common;
using System.Text.Json;
using Croisee.Data;
using Croisee.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Croisee.Browser;

/// <summary>
/// Hostile texts that reached the rows by whatever way, in every text that people can write, names and titles too (S04). Then each page, for each
/// kind of reader, in a real browser: nothing of them becomes an element, runs, asks another site or is stopped by the policy only.
/// </summary>
public sealed class PlantedTest(Chromium chromium, PlantedTest.Planted place) : IClassFixture<PlantedTest.Planted>
{
    public sealed class Planted : SamplePlace
    {
        public int Texts { get; private set; }

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            Texts = await With(services => services.GetRequiredService<AppDb>().Write(Plant));
        }
    }

    /// <summary>Each marks what it makes with <c>data-pris</c>, or sets it on the document if it runs.</summary>
    static readonly string[] Payloads =
    [
        .. new[] { "img src=x onerror=P", "svg onload=P", "body onload=P", "iframe src=javascript:P", "object data=javascript:P", "embed src=javascript:P", "video src=x onerror=P", "details open ontoggle=P", "input autofocus onfocus=P", "a href=javascript:P", "form action=javascript:P", "base href=//a.invalid/", "link rel=stylesheet href=//a.invalid", "meta http-equiv=refresh content=0", "style", "math", "template", "marquee onstart=P", "button formaction=javascript:P", "audio src=x onerror=P" }
            .SelectMany(t => new[] { $"<{t.Replace("P", Act, StringComparison.Ordinal)} data-pris>", $"\"><{t.Split(' ')[0]} data-pris>" }),
        $"<script data-pris>{Act}</script>", $"</title><script>{Act}</script>", $"</textarea><b data-pris>", "</script><b data-pris>", "<!--><b data-pris>-->", "]]><b data-pris>", "<b data-pris", "<<b data-pris>>", "<ScRiPt data-pris>", "<svg/data-pris/onload=1>",
        "' data-pris='1", "\" data-pris=\"1", "` data-pris=`1", "\" onmouseover=\"1\" data-pris=\"", "' autofocus onfocus=1 data-pris '", "&lt;b data-pris&gt;", "&#60;b data-pris&#62;", "&amp;lt;b data-pris&gt;", "\u003cb data-pris\u003e", "%3Cb data-pris%3E",
        $"[x](javascript:{Act})", $"[x](data:text/html,<b>)", "![x](https://a.invalid/x.png)", "<https://a.invalid/>", "[x]: javascript:1", "**<b data-pris>**", "`<b data-pris>`", "# <b data-pris>", "{{7*7}}", "${7*7}", "@(7*7)", "<%= 7 %>", "#{7*7}", "\u202Edata-pris\u202C", "\u200B<b data-pris>", "＜b data-pris＞", "expression(alert(1))", "url(//a.invalid)", "};alert(1)//", "=1+1|' /C calc'!A0",
    ];

    const string Act = "document.documentElement.dataset.pris=1";

    [Theory, InlineData(nameof(ViewerKind.Anonymous)), InlineData(nameof(ViewerKind.Author)), InlineData(nameof(ViewerKind.Member)), InlineData(nameof(ViewerKind.Chair)), InlineData(nameof(ViewerKind.Instance))]
    public async Task Stays_a_text_on_every_page_of(string reader)
    {
        Assert.True(Payloads.Distinct().Count() >= 60);
        var viewer = place.Sample.Of(Enum.Parse<ViewerKind>(reader));
        await using var context = await place.As(chromium, viewer);
        var page = await context.NewPageAsync();
        var heard = page.Overheard(place.Address);
        var (faults, looked, met) = (new List<string>(), 0, 0);
        foreach (var screen in place.Screens.Where(s => s.Sees(viewer) && !s.Route.StartsWith("/sons/", StringComparison.Ordinal)))
        {
            IResponse? response;
            try { response = await page.GotoAsync(place.Sample.Side.PathOf(screen.Route)); }
            catch (PlaywrightException e) when (e.Message.Contains("Download", StringComparison.Ordinal) || e.Message.Contains("ERR_ABORTED", StringComparison.Ordinal)) { continue; }
            if (response?.Headers.GetValueOrDefault("content-type")?.StartsWith("text/html", StringComparison.Ordinal) is not true) continue;
            looked++;
            if (response.Status >= 500) faults.Add($"{screen.Route}: {response.Status} {place.LastError}");
            while (heard.TryDequeue(out var said)) faults.Add($"{screen.Route}: {said}");
            foreach (var made in await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('[data-pris], a[href^=\"javascript:\" i], a[href^=\"data:\" i], [src^=\"javascript:\" i]')].map(e => e.outerHTML.slice(0, 120))")) faults.Add($"{screen.Route}: {made}");
            if ((await page.ContentAsync()).Contains("data-pris", StringComparison.Ordinal)) met++;
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{place.Texts} texts planted; {looked} pages looked at, {met} with a hostile text");
        Assert.Empty(faults);
        Assert.True(place.Texts > 100 && looked > 50 && met > 30, $"{place.Texts} texts planted; {looked} pages, {met} with a hostile text");
    }

    /// <summary>Every text with a space in it is something that somebody wrote; in JSON, every such value of it. What is too long for its row stays as it was.</summary>
    static int Plant(AppDb db)
    {
        var connection = db.Database.GetDbConnection();
        if (connection.State is not System.Data.ConnectionState.Open) connection.Open();
        // A ballot or a ledger that no program may change was not written by the product: whoever has the file may change anything.
        foreach (var trigger in Read(connection, "select name from sqlite_master where type = 'trigger'")) Run(connection, $"drop trigger \"{trigger[0]}\"");
        var (planted, next) = (0, 0);
        foreach (var table in Read(connection, "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not in ('schema_version', 'protection_keys', 'job_runs')").Select(r => r[0]).ToList())
            foreach (var column in Read(connection, $"select name from pragma_table_info('{table}') where type = 'TEXT' collate nocase and pk = 0").Select(r => r[0]).ToList())
                foreach (var row in Read(connection, $"select distinct \"{column}\" from \"{table}\" where \"{column}\" like '% %' and \"{column}\" not glob '[12][0-9][0-9][0-9]-[01][0-9]-*' and \"{column}\" not like '%data-pris%' limit 40"))
                {
                    var payload = Payloads[next++ % Payloads.Length];
                    var text = row[0] is ['{' or '[', ..] ? InJson(row[0], payload) : $"{row[0]} {payload}";
                    planted += Run(connection, $"update or ignore \"{table}\" set \"{column}\" = $text where \"{column}\" = $before", ("$text", text), ("$before", row[0]));
                }
        return planted;
    }

    /// <summary>Into each value with a space: codes, days and marks of a format have none.</summary>
    static string InJson(string json, string payload)
    {
        var escaped = JsonSerializer.Serialize(payload)[1..^1];
        return System.Text.RegularExpressions.Regex.Replace(json, "(?<=: ?\"|\\[\"|,\")((?:[^\"\\\\]|\\\\.)* (?:[^\"\\\\]|\\\\.)*)\"(?! *:)", m => $"{m.Groups[1].Value} {escaped}\"");
    }

    static List<string[]> Read(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string[]>();
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i).ToString()!)]);
        return rows;
    }

    static int Run(DbConnection connection, string sql, params ReadOnlySpan<(string Name, string Value)> values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, text) in values) { var value = command.CreateParameter(); (value.ParameterName, value.Value) = (name, text); command.Parameters.Add(value); }
        return command.ExecuteNonQuery();
    }
}
