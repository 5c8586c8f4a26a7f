using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.FollowUp;

/// <summary>A private code opens an experience on this browser. Rate-limited; a slip of the pen is told apart from a wrong code.</summary>
[Audience(Audience.Public), EnableRateLimiting(People.Limits.Codes)]
public sealed class EnterModel(AppDb db, AuthorCookie cookie, Visits visits) : Screen
{
    public sealed class CodeForm
    {
        [Required(ErrorMessage = "Écrivez votre code."), StringLength(200, ErrorMessage = "Ce code est trop long.")] public string Code { get; set; } = "";
    }

    public sealed record Known(string Reference, string Title);

    [BindProperty] public CodeForm Form { get; set; } = new();
    public IReadOnlyList<Known> Mine { get; private set; } = [];

    public override async Task<IActionResult?> Prepare()
    {
        var ids = cookie.Read(Request);
        if (ids.Count > 0) Mine = [.. (await db.Authors.AsNoTracking().Where(a => ids.Contains(a.Id) && a.EndedAt == null).Select(a => new { a.Id, a.RecodedAt, Known = new Known(a.Experience.Reference, a.Experience.Title) }).ToListAsync())
            .Where(a => cookie.Opens(Request, a.Id, a.RecodedAt)).Select(a => a.Known).Distinct()];
        return null;
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (await visits.Open(HttpContext, Form.Code) is { } path) return Redirect(path);
        ModelState.AddModelError("Form.Code", SpokenCode.Read(Form.Code) is null
            ? "Ce code a une faute de frappe ou il est incomplet. Il a 7 groupes de 4 lettres."
            : "Ce code n’ouvre rien. Il a peut-être été remplacé par un nouveau.");
        return Page();
    }
}
