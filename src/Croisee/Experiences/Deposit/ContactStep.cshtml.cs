using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.Deposit;

/// <summary>Contact data, kept apart (EXP-R4); agreement to be contacted for other projects unticked and last (field 51).</summary>
[Audience(Audience.Author)]
public sealed class ContactStepModel(AppDb db, AuthorCookie cookie, TimeProvider clock, ContactStore contacts) : AuthorScreen(db, cookie, clock)
{
    public sealed class ContactForm
    {
        [StringLength(Contact.NameMax, ErrorMessage = Answers.Limits.TooLong)] public string? Name { get; set; }
        [StringLength(Contact.RoleMax, ErrorMessage = Answers.Limits.TooLong)] public string? Role { get; set; }
        [StringLength(Answers.Limits.Email, ErrorMessage = Answers.Limits.TooLong)] public string? Email { get; set; }
        [StringLength(Contact.PhoneMax, ErrorMessage = Answers.Limits.TooLong)] public string? Phone { get; set; }
        [StringLength(Answers.Limits.Email, ErrorMessage = Answers.Limits.TooLong)] public string? PublicAddress { get; set; }
        public List<string> Recontact { get; set; } = [];
    }

    [BindProperty] public ContactForm Form { get; set; } = new();
    public IReadOnlyList<Choice> RecontactChoice { get; } = [new("oui", "J’accepte d’être recontacté·e pour d’autres projets. Je peux changer d’avis à tout moment.")];

    protected override IQueryable<Experience> Include(IQueryable<Experience> experiences) => experiences.Include(e => e.Steps).Include(e => e.Call.Questions);

    protected override Task<IActionResult?> Ready() => Task.FromResult<IActionResult?>(Experience.IsOpenToAuthors ? null : Redirect($"/suivre/fiche/{Reference}/contact"));

    public async Task OnGet()
    {
        if (await contacts.Find(Experience.Id) is not var (known, recontact)) return;
        Form = new() { Name = known.Name, Role = known.Role, Email = known.Email, Phone = known.Phone, PublicAddress = known.PublicAddress, Recontact = recontact ? ["oui"] : [] };
    }

    public async Task<IActionResult> OnPost()
    {
        await contacts.Save(Experience, new(Form.Name?.Trim() ?? "", Form.Role?.Trim(), Form.Email?.Trim() ?? "", Form.Phone?.Trim(), Form.PublicAddress?.Trim()), Form.Recontact is ["oui"]);
        Record(Acts.ContactSaved);
        await Db.SaveChangesAsync();
        Flash("Vos coordonnées sont enregistrées, à part de votre texte.");
        return Redirect($"/deposer/fiche/{Reference}");
    }
}
