using Croisee.Experiences.Exchange;
using Croisee.Ui.Tables;

namespace Croisee.Library.OpenData;

/// <summary>Writes a table batch by batch: nothing is held but the lines of one.</summary>
static class TableLines
{
    public static async Task Write(Stream body, IEnumerable<string> head, IAsyncEnumerable<IEnumerable<IEnumerable<string?>>> batches, CancellationToken stop, string separator = ";")
    {
        await using var output = new DrainedStream(body);
        using (var csv = CsvRowWriter.Table(output, separator))
        {
            foreach (var name in head) csv.WriteField(name);
            csv.NextRecord();
            await foreach (var lines in batches.WithCancellation(stop))
            {
                foreach (var line in lines)
                {
                    foreach (var cell in line) csv.WriteField(FormulaGuard.Put(cell ?? ""));
                    csv.NextRecord();
                }
                csv.Flush();
                await output.Drain(stop);
            }
        }
        await output.Drain(stop);
    }
}
