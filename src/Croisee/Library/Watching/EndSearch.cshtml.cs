using Croisee.Data;
using Croisee.Mail;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Watching;

/// <summary>Stops by the link of a letter, by a press on a button: programs that open links stop nothing. Done twice, it is done.</summary>
[Audience(Audience.Public)]
public sealed class EndSearchModel(AppDb db, EndLinks links) : Screen
{
    [FromRoute(Name = "token")] public string Token { get; set; } = "";
    public bool Done { get; private set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (links.Read(Token) is { } id && await db.SearchAddresses.Where(a => a.SearchId == id).Select(a => a.Email).SingleOrDefaultAsync() is { } email)
        {
            await db.Write(d => d.SavedSearches.Where(s => s.Id == id && s.PersonId == null).ExecuteDelete());
            // The last one: the letters of searches to this address go from the outbox too, unless an account has it. Letters of other rooms stay.
            if (!await db.SearchAddresses.AnyAsync(a => a.Email == email) && !await db.Persons.AnyAsync(p => p.Email == email)) await db.Write(d => d.OutgoingMails.Where(m => m.To == email).Where(SearchLetters.Theirs).ExecuteDelete());
        }
        Done = true;
        return Page();
    }
}
