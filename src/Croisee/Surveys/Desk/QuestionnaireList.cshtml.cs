using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Desk;

[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class QuestionnaireListModel(AppDb db, Visitor visitor) : Screen
{
    public sealed record Row(string Reference, string Title, string Organisation, int Published, DateTime At);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public override Task<IActionResult?> Prepare()
    {
        ViewData["Office"] = true;
        return base.Prepare();
    }

    public async Task OnGet()
    {
        var paths = visitor.Scope(Role.Organiser, Role.Administrator);
        Rows = await db.Questionnaires.AsNoTracking().Where(q => paths.Any(p => q.Organisation.Path.StartsWith(p))).OrderByDescending(q => q.CreatedAt)
            .Select(q => new Row(q.Reference, q.Title, q.Organisation.Name, q.Revisions.Count, q.CreatedAt)).ToListAsync();
    }
}
