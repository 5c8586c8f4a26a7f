using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Watching;

/// <summary>Stops by the link of a letter, by a press on a button: programs that open links stop nothing. Done twice, it is done.</summary>
[Audience(Audience.Public)]
public sealed class EndSearchModel(AppDb db, EndLinks links, StopSearch stop) : Screen
{
    [FromRoute(Name = "token")] public string Token { get; set; } = "";
    public bool Done { get; private set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (links.Read(Token) is { } id && await db.SavedSearches.Include(s => s.Address).SingleOrDefaultAsync(s => s.Id == id && s.PersonId == null) is { Address.Email: { } email } search) await stop.ByLink(search, email);
        Done = true;
        return Page();
    }

    /// <summary>Pressed twice in the same instant: the other press stopped it.</summary>
    public override Task<IActionResult?> OnConflict()
    {
        Done = true;
        return Task.FromResult<IActionResult?>(Page());
    }
}
