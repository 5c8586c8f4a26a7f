using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Jobs;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.People;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.CallOffice;

/// <summary>
/// A lost code is not the end (EXP-R10, EXP-R12): the contact officer has a new one sent to the address that was given, seeing neither the code nor the address.
/// An imported experience, which never had a code, gets its first one here.
/// </summary>
[Audience(Audience.Office, Role.ContactOfficer)]
public sealed class RemakeCodeModel(AppDb db, Visitor visitor, TimeProvider clock, ContactStore contacts, MailSettings mail, JobBell bell) : ExperienceScreen(db, visitor)
{
    /// <summary>Letters with a new code that one experience sends in an hour.</summary>
    public const int PerHour = 5;

    public sealed class RemakeForm
    {
        public Guid? Author { get; set; }
        [Required(ErrorMessage = "Écrivez pourquoi vous envoyez un nouveau code."), StringLength(300, MinimumLength = 5, ErrorMessage = "Écrivez une raison de 5 à 300 caractères.")] public string? Reason { get; set; }
    }

    [BindProperty] public RemakeForm Form { get; set; } = new();
    public bool HasAddress { get; private set; }
    public bool IsWithdrawn => Experience.State is ExperienceState.Withdrawn;
    public IReadOnlyList<Choice> Writing { get; private set; } = [];
    protected override Role[] Roles => [Role.ContactOfficer];

    protected override IQueryable<Experience> Include(IQueryable<Experience> experiences) => experiences.Include(e => e.Authors);

    protected override async Task<IActionResult?> Ready()
    {
        HasAddress = !IsWithdrawn && await contacts.Exists(Experience.Id);
        Writing = [.. Experience.Authors.Where(a => a.EndedAt is null).OrderBy(a => a.InvitedAt).Select(a => new Choice(a.Id.ToString(), $"{Deposit.AuthorsModel.Name(a.Voice)}, depuis le {a.InvitedAt.DayInWords()}"))];
        return null;
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (!HasAddress || await contacts.AddressOf(Experience.Id) is not { } address) return Page();
        if ((Writing is [var only] ? only.Value : Form.Author?.ToString()) is not { } chosen || Writing.All(w => w.Value != chosen)) return Refuse("Form.Author", "Dites quel code est perdu.");
        var now = clock.UtcNow();
        var since = now.AddHours(-1);
        if (await Db.JournalEntries.CountAsync(e => e.SubjectId == Experience.Id && e.Act == Acts.CodeRemade && e.At > since) >= PerHour) return Refuse("Form.Reason", $"Un nouveau code est déjà parti {PerHour} fois en une heure. Attendez un peu.");
        var code = SpokenCode.New();
        (await Db.Authors.SingleAsync(a => a.Id == Guid.Parse(chosen))).Recode(SpokenCode.Hash(SpokenCode.Read(code)!), now);
        Db.Record(now, Visitor.Actor, Acts.CodeRemade, Experience, Form.Reason!.Trim(), Experience.Call.OrganisationId);
        Db.Send(address, CodeLetter.Remade(code, mail.Origin), now);
        await Db.SaveChangesAsync();
        bell.Ring(Mail.Room.SendJob);
        Flash("Un nouveau code part à l’adresse gardée. L’ancien ne marche plus.");
        return Redirect($"/bureau/experiences/{Reference}/contact");
    }

    PageResult Refuse(string field, string message)
    {
        ModelState.AddModelError(field, message);
        return Page();
    }
}
