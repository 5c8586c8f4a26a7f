using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Signed;

/// <summary>A person asked that their answers be erased: the right of whoever signed (RGPD art. 17).</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class EraseSignedModel(AppDb db, Visitor visitor, PutSurveys put, TimeProvider clock) : SurveyScreen(db, visitor, put, clock)
{
    [FromRoute(Name = "id")] public Guid Id { get; set; }
    public SignedSheet Sheet { get; private set; } = null!;

    protected override async Task<IActionResult?> Ready()
    {
        if (await Db.SignedSheets.SingleOrDefaultAsync(s => s.Id == Id && s.SurveyId == Survey.Id) is not { } sheet) return NotFound();
        Sheet = sheet;
        return null;
    }

    public void OnGet() { }

    public Task<IActionResult> OnPost()
    {
        Db.SignedSheets.Remove(Sheet);
        Db.RecordErased<SignedSheet>(Now, Visitor.Actor, Acts.SignedErased, Sheet.Id, organisation: Survey.OrganisationId);
        return Saved(Acts.SignedErased, "Ces réponses sont effacées.", part: "reponses");
    }
}
