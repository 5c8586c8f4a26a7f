using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Watching;

[Audience(Audience.Person)]
public sealed class MySearchesModel(AppDb db, Visitor visitor) : Screen
{
    public IReadOnlyList<SavedSearch> Searches { get; private set; } = [];

    public override async Task<IActionResult?> Prepare()
    {
        Searches = await db.SavedSearches.AsNoTracking().Where(s => s.PersonId == visitor.PersonId).OrderByDescending(s => s.CreatedAt).ToListAsync();
        return null;
    }

    public void OnGet() { }
}

/// <summary>A page about one's own saved search; to others it does not exist.</summary>
public abstract class MySearchScreen(AppDb db, Visitor visitor) : Screen
{
    [FromRoute(Name = "reference")] public string Reference { get; set; } = "";
    public SavedSearch Search { get; private set; } = null!;
    protected AppDb Db => db;
    protected Visitor Me => visitor;

    public override async Task<IActionResult?> Prepare()
    {
        if (await db.SavedSearches.SingleOrDefaultAsync(s => s.Reference == (Reference ?? "") && s.PersonId == visitor.PersonId) is not { } found) return NotFound();
        Search = found;
        return null;
    }
}

[Audience(Audience.Person)]
public sealed class PauseSearchModel(AppDb db, Visitor visitor, TimeProvider clock) : MySearchScreen(db, visitor)
{
    public sealed class PauseForm
    {
        public string? Paused { get; set; }
    }

    [BindProperty] public PauseForm Form { get; set; } = new();

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        Search.Pause(Form.Paused != "non", clock.UtcNow());
        await Db.SaveChangesAsync();
        Flash(Search.PausedAt is null ? "Les nouvelles reprennent." : "Les nouvelles sont en pause.");
        return Redirect("/recherches");
    }
}

[Audience(Audience.Person)]
public sealed class DeleteSearchModel(AppDb db, Visitor visitor, StopSearch stop) : MySearchScreen(db, visitor)
{
    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        await stop.Run(Search, Me.Actor);
        Flash("Vous ne suivez plus cette recherche.");
        return Redirect("/recherches");
    }
}
