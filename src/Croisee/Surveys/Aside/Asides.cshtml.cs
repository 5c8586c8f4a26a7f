using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Desk;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Aside;

/// <summary>What of a survey is set aside and why, and setting more aside: by place and day, never by person. No answer is seen here, and no number that is not published.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class AsidesModel(AppDb db, Visitor visitor, PutSurveys put, TimeProvider clock) : SurveyScreen(db, visitor, put, clock)
{
    public sealed class AsideForm
    {
        [Required(ErrorMessage = "Choisissez un lieu.")] public string? Place { get; set; }
        public DateOnly? Day { get; set; }
        [Required(ErrorMessage = "Dites pourquoi, en quelques mots."), StringLength(SetAside.ReasonMax, ErrorMessage = "Cette raison est trop longue.")] public string? Reason { get; set; }
    }

    [BindProperty] public AsideForm Form { get; set; } = new();
    /// <summary>What is set aside first, then what is counted again.</summary>
    public IReadOnlyList<(SetAside Aside, string Place, string? By, string? LeftBy)> Known { get; private set; } = [];
    public IEnumerable<Choice> Places => Survey.Places.OrderBy(p => p.Name, StringComparer.CurrentCulture).Select(p => new Choice(p.Code, p.Name));
    public bool IsOpen => Survey.SettledAt is null;

    protected override async Task<IActionResult?> Ready()
    {
        if (Survey.IsSigned) return NotFound();
        var known = await Db.SetAsides.AsNoTracking().Where(a => a.SurveyId == Survey.Id).ToListAsync();
        var ids = known.SelectMany(a => new[] { a.ById, a.LeftById }).OfType<Guid>().ToList();
        var names = await Db.Persons.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.DisplayName);
        Known = [.. known.OrderByDescending(a => a.IsOn).ThenByDescending(a => a.Since).ThenByDescending(a => a.Id).Select(a => (a, Survey.Places.First(p => p.Id == a.PlaceId).Name, NameOf(a.ById), NameOf(a.LeftById)))];
        return null;

        string? NameOf(Guid? person) => person is { } id ? names.GetValueOrDefault(id) : null;
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (Survey.Places.SingleOrDefault(p => p.Code == Form.Place) is not { } place) { ModelState.AddModelError("Form.Place", "Choisissez un lieu de la liste."); return Page(); }
        if (Known.Any(k => k.Aside.IsOn && k.Aside.PlaceId == place.Id && (k.Aside.IsWhole || k.Aside.Day == Form.Day))) { ModelState.AddModelError("Form.Place", "C’est déjà mis à part."); return Page(); }
        Db.SetAsides.Add(new SetAside(Survey, place, Form.Day, Form.Reason!, Visitor.PersonId!.Value, Now));
        return await Saved(Acts.SetAside, "C’est mis à part. Les résultats le disent à leur prochaine publication, dans l’heure.", Form.Reason, "mises-a-part");
    }
}
