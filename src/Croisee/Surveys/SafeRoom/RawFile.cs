using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.SafeRoom;

/// <summary>The raw table as a file: codes, one line for each sheet, sent as it is read. An error halfway breaks the answer off: half a file is never taken for a whole one.</summary>
sealed class RawFile(RawAnswers answers, Survey survey, RawColumns columns) : ActionResult
{
    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var (response, stop) = (context.HttpContext.Response, context.HttpContext.RequestAborted);
        response.ContentType = CsvFile.Type;
        response.Headers.ContentDisposition = $"attachment; filename=\"salle-sure-{survey.Reference}-reponses.csv\"";
        var (body, cells) = (response.BodyWriter, new RawCells(columns));
        body.Write(Encoding.UTF8.Preamble);
        body.Write(Encoding.UTF8.GetBytes($"# {MayLeave.Sentence}\r\n{string.Join(';', Enumerable.Range(0, columns.All.Count).Select(columns.HeadOf))}\r\n"));
        await answers.Walk(survey, columns, (in row) => { cells.Read(row); Line(body, cells, columns.All.Count); }, () => body.FlushAsync(stop).AsTask(), stop);
    }

    /// <summary>Codes hold letters, digits and « _ » (<see cref="Content.ContentFaults"/>), numbers and months nothing else either: no cell needs quotes or begins a formula (S08).</summary>
    static void Line(PipeWriter body, RawCells cells, int count)
    {
        var length = count + 1;
        for (var i = 0; i < count; i++) length += cells[i].Length;
        var line = body.GetSpan(length);
        var at = 0;
        for (var i = 0; i < count; i++)
        {
            if (i > 0) line[at++] = (byte)';';
            cells[i].CopyTo(line[at..]);
            at += cells[i].Length;
        }
        line[at++] = (byte)'\r';
        line[at++] = (byte)'\n';
        body.Advance(at);
    }

    /// <summary>What each column and each code say.</summary>
    public static byte[] Codes(RawColumns columns) => CsvFile.Of([["# " + MayLeave.Sentence], ["colonne", "texte", "code", "libelle"], .. columns.All.SelectMany((c, i) =>
        c.Values.Count == 0 ? [[columns.HeadOf(i), c.Text, "", ""]] : c.Values.Select(v => new[] { columns.HeadOf(i), c.Text, v.Code, v.Text }))]);
}
