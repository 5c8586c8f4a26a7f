using Croisee.Data;
using Croisee.Framework;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.SafeRoom;

/// <summary>Two or three questions or attributes counted against each other, to the unit. Each crossing is a line of the log, so it is sent and not linked to.</summary>
[Audience(Audience.Person)]
public sealed class CrossModel(AppDb db, Visitor visitor, TimeProvider clock, Labels labels, RawAnswers answers) : InsideScreen(db, visitor, clock, labels)
{
    public sealed class CrossForm
    {
        public string? First { get; set; }
        public string? Second { get; set; }
        public string? Third { get; set; }
    }

    [BindProperty] public CrossForm Form { get; set; } = new();
    public Crossing? Crossed { get; private set; }
    public IEnumerable<Choice> Offered => Columns.All.Select((c, i) => new Choice(Columns.HeadOf(i), c.Text.Length > 90 ? c.Text[..90] + "…" : c.Text));

    /// <summary>A count, with a star when it may not leave.</summary>
    public static string Said(int count) => count is > 0 and < MayLeave.Least ? $"{count}\u00A0*" : $"{count}";

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var chosen = new List<RawColumn>();
        foreach (var (name, code, required) in new[] { ("First", Form.First, true), ("Second", Form.Second, true), ("Third", Form.Third, false) })
        {
            if (string.IsNullOrEmpty(code) && !required) continue;
            if (Find(code) is { } column) chosen.Add(column);
            else ModelState.AddModelError("Form." + name, "Choisissez une ligne de la liste.");
        }
        if (!ModelState.IsValid) return Page();
        var (crossing, cells) = (new Crossing(Columns, chosen), new RawCells(Columns));
        await answers.Walk(Survey, Columns, (in row) => { cells.Read(row); crossing.Count(cells); }, null, HttpContext.RequestAborted);
        await Write(RoomAct.Crossed, crossing.Said);
        Crossed = crossing;
        return Page();
    }

    RawColumn? Find(string? code) => Columns.All.Where((_, i) => Columns.HeadOf(i) == code).FirstOrDefault();
}
