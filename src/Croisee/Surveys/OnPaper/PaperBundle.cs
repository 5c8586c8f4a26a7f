using System.IO.Compression;
using Croisee.Ui.Tables;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.OnPaper;

/// <summary>Many papers as one file, each made once the one before is sent: the memory is that of one, however slow the reader.</summary>
sealed class PaperBundle(string name, IEnumerable<(string Name, byte[] File)> papers) : ActionResult
{
    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var (response, stop) = (context.HttpContext.Response, context.HttpContext.RequestAborted);
        response.ContentType = "application/zip";
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        await using var drained = new DrainedStream(response.Body);
        using (var zip = new ZipArchive(drained, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (entry, file) in papers)
            {
                using (var part = zip.CreateEntry(entry, CompressionLevel.Fastest).Open()) part.Write(file);
                await drained.Drain(stop);
            }
        await drained.Drain(stop);
    }
}
