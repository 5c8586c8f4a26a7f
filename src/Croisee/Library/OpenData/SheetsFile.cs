using System.Globalization;
using System.Threading.RateLimiting;
using Croisee.Data;
using Croisee.Framework;
using Croisee.Library.Reading;
using Croisee.People;
using Croisee.Ui;
using Croisee.Ui.Tables;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Library.OpenData;

/// <summary>
/// Sends published sheets as a file, batch by batch. Whoever asks, the memory is that of one batch; so many files at once for the instance and for one network,
/// and above that « come back in a minute » (S35).
/// </summary>
public sealed class SheetDownloads(PublishedSheets sheets, ISheetSearch search, Labels labels, Settings settings, Network network, TimeProvider clock) : IDisposable
{
    public const int AtOnce = 6, ForOneNetwork = 3;

    readonly ConcurrencyLimiter all = new(new() { PermitLimit = AtOnce, QueueLimit = 0 });
    readonly PartitionedRateLimiter<string> each = PartitionedRateLimiter.Create<string, string>(prefix =>
        RateLimitPartition.GetConcurrencyLimiter(prefix, _ => new ConcurrencyLimiterOptions { PermitLimit = ForOneNetwork, QueueLimit = 0 }));

    internal Task Send(HttpContext http, SheetFormat format, LibraryAddress asked) =>
        Send(http, format.MediaType, string.Create(CultureInfo.InvariantCulture, $"croisee-fiches-{clock.ParisToday():yyyy-MM-dd}.{format.Code}"), Sheet.LicenceAddress, body => Write(body, format, asked, http.RequestAborted));

    /// <summary>What is given beside the sheets, one thing a line.</summary>
    internal Task Send(HttpContext http, OpenTable table, SheetFormat format) =>
        Send(http, format.MediaType, string.Create(CultureInfo.InvariantCulture, $"croisee-{table.Code}-{clock.ParisToday():yyyy-MM-dd}.{format.Code}"), table.LicenceAddress, async body =>
            await (await table.Read(http.RequestServices, http.RequestAborted)).Write(body, (output, head) => format.OpenLines(output, table, head, labels.Book, About(table)), http.RequestAborted));

    /// <summary>Numbers: short enough to be held whole, and kept like the page that shows them.</summary>
    /// <param name="page">Its address, without the site.</param>
    internal byte[] Counts(SheetFormat format, TableShape shape, IEnumerable<string[]> rows, string page)
    {
        var head = shape.Columns.Select(c => c.Code).ToList();
        if (format.Code == SheetFormat.Csv) return CsvFile.Of(rows.Prepend([.. head]));
        using var bytes = new MemoryStream();
        using (var writer = format.OpenLines(bytes, shape, head, labels.Book, [["Source", $"Répertoire Croisée, {settings.Origin}"], ["Nombres", settings.Origin + page], .. MadeToday, .. Licence]))
        {
            foreach (var row in rows) writer.Write(row);
        }
        return bytes.ToArray();
    }

    public string Origin => settings.Origin;

    async Task Send(HttpContext http, string type, string name, string? licence, Func<Stream, Task> write)
    {
        var response = http.Response;
        using var mine = Hold(http);
        using var ours = all.AttemptAcquire();
        if (!mine.IsAcquired || !ours.IsAcquired) { await Busy(response); return; }
        response.ContentType = type;
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        response.Headers.Link = (licence is null ? "" : $"<{licence}>; rel=\"license\", ") + "</donnees-ouvertes/codes>; rel=\"describedby\"";
        if (HttpMethods.IsHead(http.Request.Method)) return;
        await write(response.Body);
    }

    /// <summary>Takes one of the places of a network.</summary>
    internal RateLimitLease Hold(HttpContext http) => each.AttemptAcquire(network.Of(http));

    /// <summary>An error halfway breaks the answer off: half a file is never taken for a whole one.</summary>
    internal async Task Write(Stream body, SheetFormat format, LibraryAddress asked, CancellationToken stop)
    {
        var walk = asked is { Text: "", Choices: 0 } ? null : await search.WalkAsync(asked.Question, 0, int.MaxValue, stop);
        await using var output = new DrainedStream(body);
        using (var writer = format.Open(output, labels.Book, About(asked, walk is { Widened: true })))
        {
            await foreach (var batch in sheets.Read(walk?.Numbers, stop))
            {
                foreach (var sheet in batch) writer.Write(sheet);
                writer.Flush();
                await output.Drain(stop);
            }
        }
        await output.Drain(stop);
    }

    IReadOnlyList<string[]> About(OpenTable table) =>
    [
        ["Source", $"Répertoire Croisée, {settings.Origin}"], ["Tableau", settings.Origin + table.Path], .. MadeToday,
        .. table.IsOurs ? Licence : [["Licence", "Chaque ligne dit la sienne, et d’où elle vient."]],
    ];

    IReadOnlyList<string[]> MadeToday => [["Fichier fait le", clock.ParisToday().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)], ["Version des codes", Vocabularies.Version.ToString(CultureInfo.InvariantCulture)], ["Édition des mots", labels.Book.Edition.ToString(CultureInfo.InvariantCulture)]];

    static IReadOnlyList<string[]> Licence => [["Licence", Sheet.Licence], ["Texte de la licence", Sheet.LicenceAddress]];

    SheetsAbout About(LibraryAddress asked, bool widened) => new([
        .. widened ? new string[][] { ["Recherche élargie", "Aucune fiche ne contient tous les mots demandés : celles-ci en contiennent une partie."] } : [],
        ["Source", $"Répertoire Croisée, {settings.Origin}"], ["Fiches", settings.Origin + asked.WithoutPage().Href()], ["Fichier fait le", clock.ParisToday().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
        ["Licence", Sheet.Licence], ["Texte de la licence", Sheet.LicenceAddress], ["Version des codes", Vocabularies.Version.ToString(CultureInfo.InvariantCulture)], ["Édition des mots", labels.Book.Edition.ToString(CultureInfo.InvariantCulture)],
        ["À citer ainsi", $"Répertoire Croisée, {settings.Origin}, fichier du {clock.ParisToday().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, {Sheet.Licence}."],
    ], widened);

    static async Task Busy(HttpResponse response)
    {
        (response.StatusCode, response.ContentType) = (StatusCodes.Status503ServiceUnavailable, "text/plain; charset=utf-8");
        response.Headers.RetryAfter = "60";
        await response.WriteAsync("Trop de fichiers sont demandés en même temps. Réessayez dans une minute.");
    }

    public void Dispose()
    {
        all.Dispose();
        each.Dispose();
    }
}

/// <summary>The file as what a page answers.</summary>
sealed class SheetsFile(SheetFormat format, LibraryAddress asked) : ActionResult
{
    public override Task ExecuteResultAsync(ActionContext context) =>
        context.HttpContext.RequestServices.GetRequiredService<SheetDownloads>().Send(context.HttpContext, format, asked);
}
