using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.Deposit;

/// <summary>Links of an experience (field 45), beside its files: each with what it shows and who agreed to show it.</summary>
[Audience(Audience.Author)]
public sealed class LinksModel(AppDb db, AuthorCookie cookie, TimeProvider clock) : AuthorScreen(db, cookie, clock)
{
    public sealed class LinkForm
    {
        [Required(ErrorMessage = "Écrivez l’adresse de la page."), StringLength(WebLink.AddressMax, ErrorMessage = Answers.Limits.TooLong)] public string? Address { get; set; }
        [Required(ErrorMessage = "Dites en quelques mots ce que l’on y trouve."), StringLength(WebLink.AlternativeMax, ErrorMessage = Answers.Limits.TooLong)] public string? Alternative { get; set; }
        [Required(ErrorMessage = "Dites à qui est cette page, et qui est d’accord pour la montrer."), StringLength(WebLink.RightsMax, ErrorMessage = Answers.Limits.TooLong)] public string? Rights { get; set; }
    }

    [BindProperty] public LinkForm Form { get; set; } = new();
    public IReadOnlyList<WebLink> Given { get; private set; } = [];
    public bool IsFull => Given.Count >= WebLink.Most;

    protected override IQueryable<Experience> Include(IQueryable<Experience> experiences) => experiences.Include(e => e.Steps).Include(e => e.Call.Questions);

    protected override async Task<IActionResult?> Ready()
    {
        Given = await Db.LinksOf(Experience.Id);
        return Experience.IsOpenToAuthors ? null : Redirect($"/suivre/fiche/{Reference}");
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        // The same form sent twice gives one link.
        if (!IsFull && Given.All(l => l.Address != WebLink.Read(Form.Address)))
        {
            Db.WebLinks.Add(new WebLink(Experience.Id, Form.Address, Form.Alternative, Form.Rights, Now));
            // The experience's version keeps two sendings at once from passing the limit together.
            Experience.Touch(Now);
            Record(Acts.LinkGiven);
            await Db.SaveChangesAsync();
        }
        Flash("Le lien est ajouté.");
        return Redirect($"/deposer/fiche/{Reference}/pieces");
    }
}
