using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.People;
using Croisee.Rules;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Watching;

/// <summary>The code proves the address. The page is the same whether anything waits for one or not.</summary>
[Audience(Audience.Public), EnableRateLimiting(Limits.Codes)]
public sealed class ConfirmSearchModel(AppDb db, TimeProvider clock) : Screen
{
    public sealed class CodeForm
    {
        [Required(ErrorMessage = "Écrivez le code reçu par courriel."), StringLength(40, ErrorMessage = "Le code a 6 chiffres.")]
        public string Code { get; set; } = "";
    }

    [FromRoute(Name = "reference")] public string Reference { get; set; } = "";
    [BindProperty] public CodeForm Form { get; set; } = new();
    public bool Done { get; private set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var (reference, now) = (Reference ?? "", clock.UtcNow());
        // The try counts before the code is looked at: a crowd of guesses has five, whatever their pace.
        await db.Write(d =>
        {
            var searches = d.SavedSearches;
            return d.SearchAddresses.Where(a => searches.Any(s => s.Id == a.SearchId && s.Reference == reference) && a.Tries <= SearchAddress.TriesMax).ExecuteUpdate(u => u.SetProperty(a => a.Tries, a => a.Tries + 1));
        });
        var search = await db.SavedSearches.Include(s => s.Address).SingleOrDefaultAsync(s => s.Reference == reference && s.PersonId == null);
        if (search?.Address is not { } address || !address.Matches(Form.Code, now)) throw new RuleBroken("REC-CODE", "Ce n’est pas le bon code, ou il ne sert plus. Vérifiez les 6 chiffres, ou suivez de nouveau la recherche.", "Code");
        address.Confirm(now);
        await db.SaveChangesAsync();
        Done = true;
        return Page();
    }
}
