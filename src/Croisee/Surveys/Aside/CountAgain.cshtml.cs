using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Aside;

/// <summary>What was set aside is counted again, with a reason; or, where the product did it, somebody says that it stays aside.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class CountAgainModel(AppDb db, Visitor visitor, PutSurveys put, TimeProvider clock) : SurveyScreen(db, visitor, put, clock)
{
    public sealed class AgainForm
    {
        [Required(ErrorMessage = "Dites pourquoi, en quelques mots."), StringLength(SetAside.ReasonMax, ErrorMessage = "Cette raison est trop longue.")] public string? Reason { get; set; }
    }

    [FromRoute(Name = "id")] public Guid Id { get; set; }
    public const string Leave = "laisser";

    /// <summary>Which button.</summary>
    [FromForm(Name = "faire")] public string? Do { get; set; }
    [BindProperty] public AgainForm Form { get; set; } = new();
    public SetAside Aside { get; private set; } = null!;
    public string Place => Survey.Places.First(p => p.Id == Aside.PlaceId).Name;

    protected override async Task<IActionResult?> Ready()
    {
        if (await Db.SetAsides.SingleOrDefaultAsync(a => a.SurveyId == Survey.Id && a.Id == Id && a.EndedOn == null) is not { } found) return NotFound();
        Aside = found;
        return null;
    }

    public void OnGet() { }

    public Task<IActionResult> OnPost()
    {
        if (Do == Leave)
        {
            Aside.LeaveBy(Visitor.PersonId!.Value, Survey, Now);
            return Saved(Acts.LeftAside, "Ces réponses restent à part.", Form.Reason, "mises-a-part");
        }
        Aside.End(Survey, Now);
        return Saved(Acts.CountedAgain, "Ces réponses seront comptées de nouveau, avec dix autres au moins.", Form.Reason, "mises-a-part");
    }
}
