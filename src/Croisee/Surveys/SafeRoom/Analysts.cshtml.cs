using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.SafeRoom;

/// <summary>Who is declared to see the raw table of this survey, and declaring one more. Those who administer declare; they see no answer themselves.</summary>
[Audience(Audience.Office, Role.Administrator)]
public sealed class AnalystsModel(AppDb db, Visitor visitor, PutSurveys put, TimeProvider clock, Settings settings) : SurveyScreen(db, visitor, put, clock)
{
    public sealed class AnalystForm
    {
        [Required(ErrorMessage = "Écrivez l’adresse de la personne."), StringLength(200, ErrorMessage = "Cette adresse est trop longue.")] public string? Email { get; set; }
        [Required(ErrorMessage = "Dites à quoi servira cette analyse."), StringLength(Analyst.PurposeMax, ErrorMessage = "Ce texte est trop long.")] public string? Purpose { get; set; }
        [Required(ErrorMessage = "Donnez le dernier jour.")] public DateOnly? Until { get; set; }
    }

    [BindProperty] public AnalystForm Form { get; set; } = new();
    public IReadOnlyList<Analyst> Declared { get; private set; } = [];
    public string RoomAddress => $"{settings.Origin}{PathOf("salle")}";
    protected override Role[] Roles => [Role.Administrator];

    protected override async Task<IActionResult?> Ready()
    {
        Declared = [.. (await Db.Analysts.Include(a => a.Person).Where(a => a.SurveyId == Survey.Id).ToListAsync()).OrderByDescending(a => a.IsDeclaredAt(Now)).ThenByDescending(a => a.DeclaredAt)];
        return null;
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var email = Person.NormaliseEmail(Form.Email!);
        if (await Db.Persons.SingleOrDefaultAsync(p => p.Email == email && p.DisabledAt == null) is not { } person) { ModelState.AddModelError("Form.Email", "Aucun compte n’a cette adresse. La personne doit d’abord se connecter une fois."); return Page(); }
        if (Declared.Any(a => a.PersonId == person.Id && a.IsDeclaredAt(Now))) { ModelState.AddModelError("Form.Email", "Cette personne est déjà déclarée. Terminez d’abord sa déclaration pour en changer le but ou le jour."); return Page(); }
        var analyst = new Analyst(Survey, person, Visitor.PersonId!.Value, Form.Purpose!, Form.Until!.Value, Now);
        Db.Analysts.Add(analyst);
        return await Saved(Acts.AnalystDeclared, $"{person.DisplayName} est maintenant analyste de cette enquête.", analyst.Purpose, "analystes");
    }
}
