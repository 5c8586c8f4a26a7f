using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Library.Reading;
using Croisee.People;
using Croisee.Rules;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Collections;

/// <summary>One sheet (<c>?fiche=</c>) or the sheets of a search state, put into a collection by one press. Sent twice, they are there once.</summary>
[Audience(Audience.Person)]
public sealed class AddToCollectionModel(AppDb db, ISheetSearch search, Visitor visitor, TimeProvider clock) : Screen
{
    const int Tries = 70, TitleMax = Croisee.Library.Collections.Collection.TitleMax;

    public sealed class AddForm
    {
        public string? Collection { get; set; }
        [StringLength(TitleMax, ErrorMessage = "Ce titre est trop long : 120 caractères au plus.")] public string? Title { get; set; }
        /// <summary>The same form sent twice makes one collection.</summary>
        public string? Once { get; set; }
    }

    [BindProperty] public AddForm Form { get; set; } = new();
    public IReadOnlyList<Guid> Found { get; private set; } = [];
    public string FirstTitle { get; private set; } = "";
    /// <summary>The sheet, or the search, that one comes from.</summary>
    public string Back { get; private set; } = LibraryAddress.Path;
    public int Total { get; private set; }
    public bool Widened { get; private set; }
    /// <summary>What the address says and nobody understands.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];
    public IReadOnlyList<Collection> Collections { get; private set; } = [];

    public override async Task<IActionResult?> Prepare()
    {
        Collections = await db.ComposedBy(visitor);
        if (Request.Query.ContainsKey("fiche"))
        {
            var reference = Request.Query["fiche"].ToString();
            if (await db.Sheets.Where(s => s.Reference == reference && s.WithdrawnAt == null).Select(s => new { s.Id, s.Title }).SingleOrDefaultAsync() is { } sheet) (Found, FirstTitle, Total, Back) = ([sheet.Id], sheet.Title, 1, $"/experiences/{reference}");
            return null;
        }
        var ask = LibraryAddress.Read(Request.Query).WithoutPage();
        Back = ask.Href();
        if (ask.Faults.Count == 0) { await Search(ask); return null; }
        // What is not understood would add other sheets than those that were asked for.
        Faults = ask.Faults;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    async Task Search(LibraryAddress ask)
    {
        var found = new List<Guid>();
        for (var page = 1; found.Count < Collection.SheetsMax; page++)
        {
            var answer = await search.AskAsync(ask.OnPage(page).Question, HttpContext.RequestAborted);
            (Total, Widened) = (answer.Total, answer.Widened);
            found.AddRange(answer.Sheets);
            if (answer.Sheets.Count == 0 || found.Count >= answer.Total) break;
        }
        Found = [.. found.Take(Collection.SheetsMax)];
        if (Found.Count > 0) FirstTitle = await db.Sheets.Where(s => s.Id == Found[0]).Select(s => s.Title).SingleAsync();
    }

    public void OnGet() => Form.Once = Guid.CreateVersion7().ToString();

    public async Task<IActionResult> OnPost()
    {
        if (Found.Count == 0) throw new RuleBroken("DOS-FICHE", "Choisissez d’abord une fiche du répertoire.");
        var now = clock.UtcNow();
        if ((Form.Collection is null ? await Begun(now) : Collections.FirstOrDefault(c => c.Reference == Form.Collection)) is not { } chosen) throw new RuleBroken("DOS-CHOIX", "Choisissez un dossier, ou donnez un titre au nouveau.", "Title");
        for (var tries = 1; ; tries++)
        {
            try
            {
                var collection = await db.Collections.Include(c => c.Entries).SingleOrDefaultAsync(c => c.Id == chosen.Id) ?? throw new RuleBroken("DOS-CHOIX", "Ce dossier vient d’être effacé. Choisissez-en un autre.");
                collection.Add(Found, now);
                await db.Change(visitor, collection, Acts.CollectionComposed, now);
                break;
            }
            // Somebody composed it in the same instant: what is there already is not added twice.
            catch (DbUpdateException e) when (tries < Tries && e.IsRace()) { db.ChangeTracker.Clear(); }
        }
        return Redirect($"/dossiers/{chosen.Reference}/composer");
    }

    /// <summary>A new one, or the one that the same form made an instant ago; null without a title, or when the visitor has enough.</summary>
    async Task<Collection?> Begun(DateTime now)
    {
        if (string.IsNullOrWhiteSpace(Form.Title) || !Guid.TryParse(Form.Once, out var id)) return null;
        var mine = db.Collections.AsNoTracking().Where(c => c.Id == id && c.OwnerId == visitor.PersonId);
        if (await mine.SingleOrDefaultAsync() is { } before) return before;
        if (await db.OwnsEnough(visitor)) throw new RuleBroken("DOS-NOMBRE", $"Vous avez déjà {Collection.OwnedMax} dossiers. Effacez-en un d’abord.", "Title");
        var made = new Collection(id, visitor.PersonId!.Value, Form.Title, null, now);
        db.Collections.Add(made);
        try { await db.Change(visitor, made, Acts.CollectionMade, now); }
        catch (DbUpdateException e) when (e.IsTwin()) { db.ChangeTracker.Clear(); return await mine.SingleOrDefaultAsync(); }
        db.ChangeTracker.Clear();
        return made;
    }
}
