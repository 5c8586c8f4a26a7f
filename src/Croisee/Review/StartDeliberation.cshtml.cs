using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Deliberation;
using Croisee.Experiences;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

/// <summary>Puts « remarkable ? » to the group by double majority. Refused while a seat is missing (EXP-R7).</summary>
[Audience(Audience.Member)]
public sealed class StartDeliberationModel(AppDb db, TimeProvider clock, Visitor visitor) : ReviewedScreen(db, clock, visitor)
{
    public const string Usual = "Retenons-nous cette expérience comme remarquable ?";

    public sealed class QuestionForm
    {
        [Required(ErrorMessage = "Écrivez la question."), StringLength(Deliberation.Deliberation.QuestionMax, ErrorMessage = "300 caractères au plus.")] public string Question { get; set; } = Usual;
    }

    protected override bool ForSteering => true;
    [BindProperty] public QuestionForm Form { get; set; } = new();

    /// <summary>The last question about it, when it was put before and nothing was decided.</summary>
    public string? Before { get; private set; }

    protected override async Task<IActionResult?> Loaded()
    {
        var about = Db.Deliberations.About(new Subject(ExperienceCard.SubjectKind, Experience.Id));
        Before = await about.Where(d => d.Result == Result.NoQuorum || d.Result == Result.Undecided || d.Result == Result.Dropped).OrderByDescending(d => d.OpenedAt).Select(d => d.Reference).FirstOrDefaultAsync();
        var known = await about.Where(d => d.Result == null || d.Result == Result.Adopted || d.Result == Result.Rejected).Select(d => d.Reference).FirstOrDefaultAsync();
        if (known is not null) return Redirect($"/deliberations/{known}");
        // What would be said now is erased in the next night.
        if (Call!.HasEnded(Now) && Today >= Call.Notice.ErasedFrom) { Flash("Les travaux de cet appel sont finis depuis plus de trois mois : plus rien ne s’y décide."); return Redirect(PathOfCall("tableau")); }
        return Experience.State is ExperienceState.Analysed ? null : Redirect(PathOfCall("tableau"));
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var question = new Deliberation.Deliberation(Group, Form.Question, new Subject(ExperienceCard.SubjectKind, Experience.Id), DecisionRule.DoubleMajority, Quorum.MoreThanHalf, Today, Now, asksReason: true);
        Db.Deliberations.Add(question);
        // Whoever could not read it for a link with the action does not speak of it either.
        foreach (var link in await Db.ReadingRecusals.AsNoTracking().Where(r => r.ExperienceId == Experience.Id).ToListAsync())
            foreach (var seat in Group.Seats.Where(s => link.KeepsAway(s) && question.Panel.Sits(s.Id))) question.Panel.Recuse(seat.Id, link.Reason, Me.PersonId!.Value, Now);
        // Nor does whoever declared a link when the question was put before: it is a person's, whatever seat they hold now. Having left the group once is no link.
        foreach (var link in (await Db.Deliberations.AsNoTracking().Whole().About(question.Subject).ToListAsync()).SelectMany(d => d.Recusals).Where(r => !r.Departed))
        {
            var person = Group.Seats.SingleOrDefault(s => s.Id == link.SeatId)?.PersonId;
            foreach (var seat in Group.Seats.Where(s => (s.Id == link.SeatId || person is not null && s.PersonId == person) && question.Panel.Sits(s.Id))) question.Panel.Recuse(seat.Id, link.Reason.Length > 0 ? link.Reason : "Lien déclaré auparavant.", Me.PersonId!.Value, Now);
        }
        Db.Record(Now, Me.Actor, Acts.DeliberationOpened, question, null, Call!.OrganisationId);
        var persons = Group.DecidingOn(Today).Where(s => question.Panel.Sits(s.Id)).Select(s => s.PersonId).ToList();
        foreach (var address in await Db.Persons.Where(p => persons.Contains(p.Id) && p.DisabledAt == null).Select(p => p.Email).ToListAsync())
            Db.Notify(address, $"Votre avis est attendu : {Experience.Title}", $"/deliberations/{question.Reference}", Now);
        await Db.SaveChangesAsync();
        if (!question.Panel.IsBalanced) Flash("Un membre a un lien avec cette action : il ne siège pas sur cette question. Rétablissez l’égalité avant le vote.");
        return Redirect($"/deliberations/{question.Reference}");
    }

    /// <summary>Two who press at once put one question; both arrive there.</summary>
    public override async Task<IActionResult?> OnConflict()
    {
        Db.ChangeTracker.Clear();
        return await Loaded() ?? await base.OnConflict();
    }
}
