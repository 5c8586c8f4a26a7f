using System.Globalization;
using System.Text;
using Croisee.Data;
using Croisee.Framework;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.SafeRoom;

/// <summary>The raw table, a hundred rows a page, in the order of random ids.</summary>
[Audience(Audience.Person)]
public sealed class RawTableModel(AppDb db, Visitor visitor, TimeProvider clock, Labels labels, RawAnswers answers) : InsideScreen(db, visitor, clock, labels)
{
    public const int PerPage = 100;

    // Text, since an address typed by hand is never an error: what is not understood is the first page.
    [BindProperty(SupportsGet = true, Name = "feuille")] public string? Feuille { get; set; }
    public int Number { get; private set; }
    public int Total { get; private set; }
    public int Pages => Math.Max(1, (Total + PerPage - 1) / PerPage);
    public List<string[]> Rows { get; } = [];

    public async Task OnGet()
    {
        var stop = HttpContext.RequestAborted;
        Total = await answers.Count(Survey, stop);
        Number = int.TryParse(Feuille, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, Pages) : 1;
        var cells = new RawCells(Columns);
        await answers.Page(Survey, Columns, (Number - 1) * PerPage, PerPage, (in row) =>
        {
            cells.Read(row);
            Rows.Add([.. Enumerable.Range(0, Columns.All.Count).Select(i => Encoding.UTF8.GetString(cells[i]))]);
        }, stop);
    }

    /// <summary>What a cell says in words.</summary>
    public string Said(int column, string cell) => string.Join(", ", cell.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Columns.All[column].Said));
}
