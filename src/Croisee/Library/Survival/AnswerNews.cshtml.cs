using Croisee.Data;
using Croisee.Framework;
using Croisee.Journal;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Survival;

/// <summary>The link of the letter: it opens this question and nothing else. Looking at it uses nothing up (a mail scanner may look): the button does (S15).</summary>
[Audience(Audience.Public), EnableRateLimiting(Limits.Codes)]
public sealed class AnswerNewsModel(AppDb db, TellNews tell, Labels labels, TimeProvider clock) : Screen, INewsScreen
{
    [FromRoute(Name = "code")] public string Code { get; set; } = "";
    [BindProperty] public NewsForm Form { get; set; } = new();
    public NewsAsk Ask { get; private set; } = null!;
    public Sheet Sheet { get; private set; } = null!;
    public WrittenWords? Warning { get; private set; }
    public Labels Labels => labels;
    public bool IsOpen => Ask.IsOpen(clock.UtcNow());

    public override async Task<IActionResult?> Prepare()
    {
        // The address holds the code: it must not travel as a referrer.
        Response.Headers["Referrer-Policy"] = "no-referrer";
        if (NewsAsk.HashOf(Code) is not { } hash || await db.NewsAsks.SingleOrDefaultAsync(a => a.CodeHash == hash) is not { } ask) return NotFound();
        (Ask, Sheet) = (ask, await db.Sheets.AsNoTracking().SingleAsync(s => s.Id == ask.SheetId));
        return null;
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (!IsOpen) return Redirect($"/nouvelles/{Code}");
        var told = Form.Told();
        if ((Warning = WrittenWords.Warn(Form.Seen, told.What, told.Place)) is not null) return Page();
        await tell.Run(Sheet, "lettre-" + Ask.Id.ToString("N"), told, Ask, Actor.System);
        return Redirect($"/nouvelles/{Code}");
    }
}
