using Croisee.Data;
using Croisee.Experiences;
using Croisee.Framework;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Survival;

/// <summary>The authors give news whenever they like, with their code, without being asked.</summary>
[Audience(Audience.Author)]
public sealed class GiveNewsModel(AppDb db, AuthorCookie cookie, TimeProvider clock, TellNews tell, Labels labels) : AuthorScreen(db, cookie, clock), INewsScreen
{
    [BindProperty] public NewsForm Form { get; set; } = new();
    public Sheet Sheet { get; private set; } = null!;
    public WrittenWords? Warning { get; private set; }
    public Labels Labels => labels;
    public IReadOnlyList<News> Given { get; private set; } = [];

    protected override async Task<IActionResult?> Ready()
    {
        if (await Db.Sheets.AsNoTracking().SingleOrDefaultAsync(s => s.Id == Experience.Id) is not { IsShown: true } sheet) return Redirect($"/suivre/fiche/{Reference}");
        Sheet = sheet;
        Given = await Db.News.AsNoTracking().Where(n => n.SheetId == sheet.Id).OrderByDescending(n => n.At).ToListAsync();
        return null;
    }

    public void OnGet() => Form.Key = Rules.Reference.New() + Rules.Reference.New();

    public async Task<IActionResult> OnPost()
    {
        var told = Form.Told();
        if ((Warning = WrittenWords.Warn(Form.Seen, told.What, told.Place)) is not null) return Page();
        await tell.Run(Sheet, string.IsNullOrEmpty(Form.Key) ? Rules.Reference.New() + Rules.Reference.New() : Form.Key, told, null, Actor);
        Flash("Merci, vos nouvelles sont enregistrées. La fiche le dit.");
        return Redirect($"/suivre/fiche/{Reference}/nouvelles");
    }
}
