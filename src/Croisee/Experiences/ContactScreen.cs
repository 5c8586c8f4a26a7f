using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Experiences;

/// <summary>What is asked to come back to who contributed; the same fields before sending and after.</summary>
public sealed class ContactForm
{
    [StringLength(Contact.NameMax, ErrorMessage = Answers.Limits.TooLong)] public string? Name { get; set; }
    [StringLength(Contact.RoleMax, ErrorMessage = Answers.Limits.TooLong)] public string? Role { get; set; }
    [StringLength(Answers.Limits.Email, ErrorMessage = Answers.Limits.TooLong)] public string? Email { get; set; }
    [StringLength(Contact.PhoneMax, ErrorMessage = Answers.Limits.TooLong)] public string? Phone { get; set; }
    [StringLength(Answers.Limits.Email, ErrorMessage = Answers.Limits.TooLong)] public string? PublicAddress { get; set; }
    public List<string> Recontact { get; set; } = [];
}

/// <summary>A page where the authors write their contact data.</summary>
public abstract class ContactScreen(AppDb db, AuthorCookie cookie, TimeProvider clock, ContactStore contacts, IEnumerable<IKeptPages> kept) : AuthorScreen(db, cookie, clock)
{
    [BindProperty] public ContactForm Form { get; set; } = new();
    public IReadOnlyList<Choice> RecontactChoice { get; } = [new("oui", "J’accepte d’être recontacté·e pour d’autres projets, pendant trois ans. Je peux changer d’avis à tout moment.")];
    protected ContactStore Contacts => contacts;

    protected void Show(HeldContact held) =>
        Form = new() { Name = held.Details.Name, Role = held.Details.Role, Email = held.Details.Email, Phone = held.Details.Phone, PublicAddress = held.Details.PublicAddress, Recontact = held.RecontactAgreedAt is null ? [] : ["oui"] };

    /// <summary>The published page shows an address, even when nothing else is held.</summary>
    protected Task<bool> ShowsAddress() => kept.ShowAddress(Experience);

    protected async Task Keep()
    {
        await contacts.Save(Experience, new(Form.Name?.Trim() ?? "", Form.Role?.Trim(), Form.Email?.Trim() ?? "", Form.Phone?.Trim(), Form.PublicAddress?.Trim()), Form.Recontact is ["oui"]);
        Record(Acts.ContactSaved);
        await SaveAndForget();
    }

    /// <summary>What the public page shows of them changes in the same request.</summary>
    protected async Task SaveAndForget()
    {
        await Db.SaveChangesAsync();
        if (Experience.ShownSince is null) return;
        foreach (var pages in kept) await pages.Forget();
    }
}
