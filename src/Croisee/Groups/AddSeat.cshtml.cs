using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Groups;

[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class AddSeatModel(AppDb db, TimeProvider clock, Visitor visitor) : GroupScreen(db, clock, visitor)
{
    public sealed class SeatForm
    {
        [Required(ErrorMessage = "Choisissez le collège.")]
        public College? College { get; set; }

        [Required(ErrorMessage = "Choisissez le rôle.")]
        public SeatRole? Role { get; set; } = SeatRole.Member;

        [Required(ErrorMessage = "Dites comment nommer ce siège."), StringLength(Seat.LabelMax, ErrorMessage = "Ce nom est trop long : 60 caractères au plus.")]
        public string Label { get; set; } = "";

        [Required(ErrorMessage = "Donnez le premier jour du mandat.")]
        public DateOnly? FirstDay { get; set; }

        public DateOnly? To { get; set; }

        /// <summary>The seat's future id: sent twice, the form makes one.</summary>
        public Guid Once { get; set; } = Guid.CreateVersion7();
    }

    [BindProperty] public SeatForm Form { get; set; } = new();

    public IEnumerable<Choice> Colleges => Group.Colleges.Select(c => new Choice(c.ToString(), c.Title()));

    public static readonly IReadOnlyList<Choice> AllRoles =
    [
        new(nameof(SeatRole.Member), "Membre"), new(nameof(SeatRole.Chair), "Présidence", "Décide comme un membre."),
        new(nameof(SeatRole.Facilitator), "Animation", "Ne vote pas et ne compte pas dans la parité."),
        new(nameof(SeatRole.Alternate), "Suppléance", "Remplace un membre de son collège qui se retire d’une question."),
    ];

    protected override bool ForOrganisers => true;

    public void OnGet() => Form.FirstDay = Today;

    public async Task<IActionResult> OnPost()
    {
        if (IsMade) return ToSeats();
        Group.OpenSeat(Form.College!.Value, Form.Label, new(Form.FirstDay!.Value, Form.To), Form.Role!.Value, Form.Once);
        Db.Record(Clock.UtcNow(), Me.Actor, Acts.SeatOpened, Group);
        await Db.SaveChangesAsync();
        Flash("Le siège est ouvert. Il compte dès que quelqu’un l’occupe.");
        return ToSeats();
    }

    bool IsMade => Group.Seats.Any(s => s.Id == Form.Once);

    /// <summary>The same form at the same instant: both arrive where the first led.</summary>
    public override async Task<IActionResult?> OnConflict() => await Reloaded() ?? (IsMade ? ToSeats() : await base.OnConflict());
}
