using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Groups;

/// <summary>An end that came too early is undone, or a mandate is renewed, in the same seat: what it holds is not cut off.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class ProlongModel(AppDb db, TimeProvider clock, Visitor visitor) : SeatScreen(db, clock, visitor)
{
    public const int ReasonMax = 500;

    public sealed class ProlongForm
    {
        public DateOnly? LastDay { get; set; }

        [Required(ErrorMessage = "Dites pourquoi en quelques mots."), StringLength(ReasonMax, ErrorMessage = "500 caractères au plus.")]
        public string Reason { get; set; } = "";
    }

    [BindProperty] public ProlongForm Form { get; set; } = new();

    public bool IsOver => Seat.LastDay < Today;

    string? email;

    /// <summary>The same form sent twice: the mandate already goes on to that day.</summary>
    bool IsDone => HttpMethods.IsPost(Request.Method) && !Seat.IsVacant && Seat.LastDay == Form.LastDay;

    public override async Task<IActionResult?> Prepare()
    {
        if (await base.Prepare() is { } other) return other;
        if (IsDone || Seat.IsVacant || Seat.LastDay is null) return ToSeats();
        // A closed account sits nowhere any more, whatever its seat still says.
        email = await Db.Persons.Where(p => p.Id == Seat.PersonId && p.DisabledAt == null).Select(p => p.Email).SingleOrDefaultAsync();
        return email is null ? NotFound() : null;
    }

    public override async Task<IActionResult?> OnConflict() => await Reloaded() ?? await base.OnConflict();

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var now = Clock.UtcNow();
        Group.Prolong(Seat, Form.LastDay, Me.PersonId!.Value, Today, now);
        Db.Record(now, Me.Actor, Acts.MandateProlonged, Group, Form.Reason.Trim(), Group.OrganisationId);
        Db.Notify(email!, $"Votre mandat continue : {Group.Name}", $"/groupes/{Group.Reference}", now);
        await Db.SaveChangesAsync();
        Flash("Le mandat continue, dans le même siège.");
        return ToSeats();
    }
}
