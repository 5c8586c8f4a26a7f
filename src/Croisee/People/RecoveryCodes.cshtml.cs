using Croisee.Data;
using Croisee.Journal;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.People;

/// <summary>Shows recovery codes once, just made (they travel in the sealed cookie of one redirect), or makes new ones.</summary>
[Audience(Audience.Person)]
public sealed class RecoveryCodesModel(AppDb db, Visitor visitor, SecondFactor factor, TimeProvider clock) : Screen
{
    internal const string Key = "codes-de-secours";

    public IReadOnlyList<string> Codes { get; private set; } = [];
    public string? Retour { get; private set; }

    public override Task<IActionResult?> Prepare()
    {
        if (!visitor.HasSecondFactor) return Task.FromResult<IActionResult?>(Redirect("/compte/second-facteur"));
        if (Url.IsLocalUrl(Request.Query["retour"])) Retour = Request.Query["retour"];
        if (HttpMethods.IsGet(Request.Method) && TempData[Key] is string made) Codes = made.Split(' ');
        return Task.FromResult(Codes.Count > 0 ? null : visitor.AskProof(clock.UtcNow(), "/compte/second-facteur/codes"));
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var person = await db.Persons.SingleAsync(p => p.Id == visitor.PersonId);
        var codes = await factor.NewRecoveryCodes(person);
        db.Record(clock.UtcNow(), visitor.Actor, Acts.RecoveryCodesMade, person);
        await db.SaveChangesAsync();
        TempData[Key] = string.Join(' ', codes);
        return Redirect("/compte/second-facteur/codes");
    }
}
