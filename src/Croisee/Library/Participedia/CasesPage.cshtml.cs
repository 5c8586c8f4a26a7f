using Croisee.Data;
using Croisee.Framework;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Participedia;

/// <summary>The imported cases, apart from our sheets, each with its source and licence.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class CasesPageModel(AppDb db, Labels labels) : Screen
{
    const int Size = 20, Excerpt = 400;

    public sealed record Case(string Title, string Language, string Meta, CaseText? Description, IReadOnlyList<string> Terms, string Licence, string Address);

    public int Total { get; private set; }
    public PageNumber Asked { get; private set; } = null!;
    public IReadOnlyList<Case> Cases { get; private set; } = [];

    public async Task OnGet()
    {
        Total = await db.ImportedCases.CountAsync(HttpContext.RequestAborted);
        Asked = PageNumber.Of(Request.Query, Total, Size);
        if (Asked.IsMisasked) Response.StatusCode = StatusCodes.Status400BadRequest;
        var rows = await db.ImportedCases.AsNoTracking().OrderBy(c => c.Title).ThenBy(c => c.Number).Skip((Asked.Number - 1) * Size).Take(Size).ToListAsync(HttpContext.RequestAborted);
        Cases = [.. rows.Select(CaseOf)];
    }

    Case CaseOf(ImportedCase one)
    {
        var content = one.Read();
        string? First(string field) => content.Values.GetValueOrDefault(field)?.FirstOrDefault();
        var about = content.Say("description", one.Language);
        var terms = content.Values.SelectMany(v => v.Value.SelectMany(said => Crosswalks.ByField[v.Key].Values.GetValueOrDefault(said.Trim().ToLowerInvariant()) ?? [])).Distinct();
        return new(one.Title, content.Say("title", one.Language)?.Language ?? one.Language, string.Join(", ", new[] { First("city"), First("province"), First("country"), First("start_date") }.Where(p => !string.IsNullOrEmpty(p))),
            about?.Text.Length > Excerpt ? about with { Text = about.Text[..Excerpt] + "…" } : about, [.. labels.Of(terms)], one.Licence, one.Address);
    }
}
