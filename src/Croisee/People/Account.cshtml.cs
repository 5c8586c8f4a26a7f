using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.People;

/// <summary>A slot on the account page: a higher room shows what the person holds there (seats, experiences followed). The partial injects the Visitor.</summary>
public sealed record AccountPart(string PartialPath);

[Audience(Audience.Person)]
public sealed class AccountModel(AppDb db, Visitor visitor, TimeProvider clock) : Screen
{
    public sealed class AccountForm
    {
        [Required(ErrorMessage = "Donnez un nom d’affichage : un prénom, un pseudonyme, « membre usager »…")]
        [StringLength(Person.NameMax, ErrorMessage = "Ce nom est trop long.")]
        public string DisplayName { get; set; } = "";
    }

    public sealed record Held(Role Role, string Organisation);

    [BindProperty] public AccountForm Form { get; set; } = new();
    public List<Held> Roles { get; private set; } = [];
    public string Email => visitor.Email;
    public bool HasSecondFactor => visitor.HasSecondFactor;

    public override async Task<IActionResult?> Prepare()
    {
        Roles = await db.Grants.Where(g => g.PersonId == visitor.PersonId && g.EndedAt == null).OrderBy(g => g.Organisation.Name).Select(g => new Held(g.Role, g.Organisation.Name)).ToListAsync();
        return null;
    }

    public void OnGet() => Form.DisplayName = visitor.DisplayName;

    public async Task<IActionResult> OnPost()
    {
        var person = await db.Persons.SingleAsync(p => p.Id == visitor.PersonId);
        person.Rename(Form.DisplayName);
        db.Record(clock.UtcNow(), visitor.Actor, Acts.PersonChanged, person);
        await db.SaveChangesAsync();
        Flash("Votre nom d’affichage est enregistré.");
        return Redirect("/compte");
    }
}
