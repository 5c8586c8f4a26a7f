using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Library.Reading;
using Croisee.Mail;
using Croisee.People;
using Croisee.Rules;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Watching;

/// <summary>Any reader asks for news of the search in the address: with an account at once, without one after a code. The answer never says what an address already follows. Each asking may write to a stranger: a network asks as seldom as it may write to authors.</summary>
[Audience(Audience.Public), EnableRateLimiting(Limits.Words)]
public sealed class SaveSearchModel(AppDb db, Visitor visitor, SearchInWords said, MailSettings mail, TimeProvider clock) : Screen
{
    public sealed class SaveForm
    {
        [Required(ErrorMessage = "Donnez un nom à cette recherche."), StringLength(SavedSearch.NameMax, ErrorMessage = "Ce nom est trop long : 120 caractères au plus.")]
        public string Name { get; set; } = "";
        [Required(ErrorMessage = "Choisissez quand nous vous écrivons.")] public SearchPace? Pace { get; set; }
        [StringLength(254, ErrorMessage = "Cette adresse est trop longue.")] public string? Email { get; set; }
    }

    [BindProperty] public SaveForm Form { get; set; } = new();
    public LibraryAddress Ask { get; private set; } = new();
    public bool IsKnown => visitor.IsKnown;
    public IEnumerable<Choice> Paces => [new(nameof(SearchPace.Weekly), "Une fois par semaine"), new(nameof(SearchPace.AsItComes), "Dès qu’une fiche paraît")];
    string Query => Ask.Href() is var href && href.IndexOf('?') is >= 0 and var at ? href[(at + 1)..] : "";

    /// <summary>The words, then the choices: what the letters call it unless it gets another name.</summary>
    public string Words { get; private set; } = "";

    public override async Task<IActionResult?> Prepare()
    {
        Ask = LibraryAddress.Read(Request.Query).WithoutPage().Showing(null);
        Words = string.Join(", ", await said.Of(Ask, quoted: false)) is { Length: > 0 } words ? words : "toutes les fiches";
        if (Ask.Faults.Count == 0) return null;
        // What is not understood would be saved as something wider.
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>As it is followed already, else as we would call it.</summary>
    public async Task OnGet()
    {
        var query = Query;
        (Form.Name, Form.Pace) = visitor.PersonId is { } me && await db.SavedSearches.AsNoTracking().SingleOrDefaultAsync(s => s.PersonId == me && s.Query == query) is { } followed ? (followed.Name, followed.Pace) : (Words.Length > SavedSearch.NameMax ? Words[..(SavedSearch.NameMax - 1)] + "…" : Words, SearchPace.Weekly);
    }

    public async Task<IActionResult> OnPost()
    {
        var now = clock.UtcNow();
        if (visitor.PersonId is { } me) return await SaveFor(me, now);
        var email = Form.Email?.Trim();
        if (!OutgoingMail.IsAddress(email)) throw new RuleBroken("REC-ADRESSE", "Écrivez une adresse de courriel, par exemple prenom@exemple.fr.", "Email");
        return Redirect("/recherches/confirmer/" + await AskFor(Person.NormaliseEmail(email!), now));
    }

    async Task<IActionResult> SaveFor(Guid me, DateTime now)
    {
        var query = Query;
        if (await db.SavedSearches.SingleOrDefaultAsync(s => s.PersonId == me && s.Query == query) is { } followed)
        {
            if (followed.FollowAs(Form.Name, Form.Pace!.Value))
            {
                await db.SaveChangesAsync();
                Flash("Vous suiviez déjà cette recherche : son nom et son rythme sont ceux que vous venez de choisir.");
                return Redirect("/recherches");
            }
        }
        else
        {
            if (await db.SavedSearches.CountAsync(s => s.PersonId == me) >= SavedSearch.OwnedMax) throw new RuleBroken("REC-NOMBRE", $"Vous suivez déjà {SavedSearch.OwnedMax} recherches. Arrêtez-en une d’abord.");
            db.SavedSearches.Add(new SavedSearch(me, Form.Name, query, Form.Pace!.Value, now));
            // Sent twice at once: the other one saved it.
            try { await db.SaveChangesAsync(); }
            catch (DbUpdateException e) when (e.IsTwin())
            {
                db.ChangeTracker.Clear();
                if (!await db.SavedSearches.AnyAsync(s => s.PersonId == me && s.Query == query)) throw;
            }
        }
        Flash("Vous suivez cette recherche.");
        return Redirect("/recherches");
    }

    /// <summary>The reference to confirm. Beyond the limits, one that nothing answers to: the page looks the same, and nobody is flooded.</summary>
    async Task<string> AskFor(string email, DateTime now)
    {
        var (query, day) = (Query, now - TimeSpan.FromDays(1));
        var known = await db.SavedSearches.Include(s => s.Address).SingleOrDefaultAsync(s => s.Address!.Email == email && s.Address.Query == query);
        if (known?.Address is { ConfirmedAt: not null } or { Sendings: >= SearchAddress.SendingsMax }) return Reference.New();
        if (known?.Address is { } waiting && now - waiting.CodeAt < TimeSpan.FromMinutes(1)) return known.Reference;
        if (known is null && (await db.SearchAddresses.CountAsync(a => a.Email == email && a.ConfirmedAt == null && a.CodeAt > day) >= SearchAddress.SendingsMax || await db.SearchAddresses.CountAsync(a => a.Email == email) >= SavedSearch.OwnedMax)) return Reference.New();
        if (known is null) db.SavedSearches.Add(known = new SavedSearch(null, Form.Name, query, Form.Pace!.Value, now));
        var code = known.AskAt(email, now);
        db.Send(email, new Letter(SearchLetters.Code).Say("Bonjour,").Say("Quelqu’un, vous sans doute, veut recevoir ici les nouvelles fiches du répertoire Croisée. Voici le code :").Code(code)
            .Link("Écrire le code", $"{mail.Origin}/recherches/confirmer/{known.Reference}").Say("Il sert pendant 15 minutes. Si ce n’est pas vous, ne faites rien : votre adresse sera effacée demain."), now);
        try { await db.SaveChangesAsync(); }
        catch (DbUpdateException e) when (e.IsTwin()) { db.ChangeTracker.Clear(); return await db.SavedSearches.Where(s => s.Address!.Email == email && s.Address.Query == query).Select(s => s.Reference).SingleOrDefaultAsync() ?? Reference.New(); }
        return known.Reference;
    }
}
