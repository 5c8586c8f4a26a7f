using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Results;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Desk;

/// <summary>What was mistyped of a place, and whose place it is. Its code stays, and what was answered there.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class CorrectPlaceModel(AppDb db, Visitor visitor, PutSurveys put, TimeProvider clock) : PlaceScreen(db, visitor, put, clock)
{
    public sealed class CorrectForm
    {
        [Required(ErrorMessage = "Nommez le lieu."), StringLength(SurveyPlace.NameMax, ErrorMessage = "Ce nom est trop long.")] public string? Name { get; set; }
        public int? Eligible { get; set; }
        /// <summary>Reference; nothing for no organisation.</summary>
        public string? Organisation { get; set; }
        /// <summary>Instead of the list.</summary>
        public string? Finess { get; set; }
    }

    [BindProperty] public CorrectForm Form { get; set; } = new();
    public IReadOnlyList<Choice> Organisations { get; private set; } = [];

    protected override async Task<IActionResult?> AtPlace()
    {
        Organisations = await new PlaceOrganisations(Db, Survey).Choices();
        return null;
    }

    public async Task OnGet() => Form = new() { Name = Place.Name, Eligible = Place.Eligible, Organisation = await Db.Organisations.Where(o => o.Id == Place.OrganisationId).Select(o => o.Reference).SingleOrDefaultAsync() };

    public async Task<IActionResult> OnPost()
    {
        var organisation = await new PlaceOrganisations(Db, Survey).Find(Form.Finess, Form.Organisation);
        var (name, eligible, whose) = (Place.Name, Place.Eligible, Place.OrganisationId);
        Survey.CorrectPlace(Place, organisation, Form.Name!, Form.Eligible);
        Touch();
        var changed = new[] { name == Place.Name ? null : $"nom, « {name} » avant", eligible == Place.Eligible ? null : $"nombre de personnes, {eligible?.ToString(CultureInfo.InvariantCulture) ?? "non dit"} avant", whose == Place.OrganisationId ? null : "structure" }.OfType<string>().ToList();
        var moved = eligible != Place.Eligible;
        var done = await Saved(Acts.PlaceCorrected, "Le lieu est corrigé.", $"{Place.Name} : {(changed.Count > 0 ? string.Join(" ; ", changed) : "rien n’a changé")}");
        if (moved) await RateAnew.Of(Db, Survey, Place, CancellationToken.None);
        return done;
    }
}
