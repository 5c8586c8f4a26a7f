using Croisee.Data;
using Croisee.People;
using Croisee.Site.Demo;
using Croisee.Surveys;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Site;

/// <summary>« Entrer comme… » : one fictional person for each role. Only persons with a hint can be entered, and only in demonstration.</summary>
[Audience(Audience.Demo)]
public sealed class DemoModel(AppDb db, Entrance entrance, TimeProvider clock) : Screen
{
    public sealed class DemoForm
    {
        public Guid Person { get; set; }
    }

    [BindProperty] public DemoForm Form { get; set; } = new();
    public IReadOnlyList<DemoPerson> Persons { get; private set; } = [];
    public IReadOnlyList<DemoCode> Codes { get; private set; } = [];
    /// <summary>The open ones to answer, the ended ones to read.</summary>
    public IReadOnlyList<(string Title, string Address)> Surveys { get; private set; } = [];

    public override async Task<IActionResult?> Prepare()
    {
        Persons = await GreetDemo.Persons(db);
        Codes = await GreetDemo.Known(db);
        var today = clock.ParisToday();
        Surveys = [.. (await db.Surveys.AsNoTracking().Include(s => s.Places).OrderByDescending(s => s.ClosesOn).Take(10).ToListAsync())
            .Select(s => s.ClosesOn >= today && s.Places.Count > 0 ? ($"{s.Title} : répondre", $"/repondre/{s.Places[0].Code}") : ($"{s.Title} : résultats", $"/enquetes/{s.Reference}/resultats"))];
        return null;
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (await db.Persons.SingleOrDefaultAsync(p => p.Id == Form.Person && p.DemoHint != null && p.DisabledAt == null) is not { } person) return NotFound();
        var next = await entrance.Open(HttpContext, person, People.Acts.EnteredByDemo, "", clock.UtcNow(), asDemo: true);
        Flash($"Vous êtes entré·e comme {person.DisplayName}.");
        return Redirect(next);
    }
}
