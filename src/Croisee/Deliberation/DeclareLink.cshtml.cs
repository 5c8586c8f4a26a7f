using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Deliberation;

[Audience(Audience.Member)]
public sealed class DeclareLinkModel(AppDb db, TimeProvider clock, Visitor visitor, Groups.TellLeads leads, TellPanel panel) : DeliberationScreen(db, clock, visitor)
{
    public sealed class LinkForm
    {
        public Guid? Seat { get; set; }

        [Required(ErrorMessage = "Dites en une phrase quel est ce lien."), StringLength(Recusal.ReasonMax, ErrorMessage = "Ce texte est trop long : 600 caractères au plus.")]
        public string Reason { get; set; } = "";
    }

    [BindProperty] public LinkForm Form { get; set; } = new();

    /// <summary>Who conducts may declare somebody else's link; a member declares only their own.</summary>
    public bool ForOthers => Conducts && !Sits;

    public IEnumerable<Choice> Seats => Question.Seats.Where(s => s.Sits).Select(s => new Choice(s.SeatId.ToString(), s.Label));

    public override async Task<IActionResult?> Prepare()
    {
        if (await base.Prepare() is { } other) return other;
        return Question.Step == Step.Closed || !(Sits || Conducts) ? To() : null;
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if ((ForOthers ? Form.Seat : Mine!.Id) is not { } seat)
        {
            ModelState.AddModelError("Form.Seat", "Choisissez le membre concerné.");
            return Page();
        }
        var others = ForOthers;
        Question.Panel.Recuse(seat, Form.Reason, Me.PersonId!.Value, Now);
        Db.Record(Now, Me.Actor, Acts.Recused, Question);
        if (others) await panel.OneSeat(Question, Group, seat, $"Un lien est déclaré entre vous et le sujet d’une question\u00A0: {Question.Question}");
        if (!Question.Panel.IsBalanced) await leads.Run(Group, $"L’égalité est à rétablir\u00A0: {Question.Question}", $"/deliberations/{Question.Reference}/egalite", aside: Aside);
        await Db.SaveChangesAsync();
        Flash(Question.Panel.IsBalanced ? "Le lien est déclaré. Les deux côtés restent égaux." : "Le lien est déclaré. L’organisateur va rétablir l’égalité entre les deux côtés.");
        return To();
    }
}
