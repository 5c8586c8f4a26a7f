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
        /// <summary>Reference; nothing for no organisation, where all of them are in the list; <see cref="CorrectPlaceModel.None"/> everywhere.</summary>
        public string? Organisation { get; set; }
        /// <summary>Instead of the list.</summary>
        public string? Finess { get; set; }
        public string? Few { get; set; }
    }

    public const string None = "aucune";

    [BindProperty] public CorrectForm Form { get; set; } = new();
    public IReadOnlyList<Choice> Organisations { get; private set; } = [];
    /// <summary>Whose the place is, where the list did not hold it.</summary>
    Organisation? unlisted;
    public bool SpeaksOfCare { get; private set; }
    string? whose;

    protected override async Task<IActionResult?> AtPlace()
    {
        SpeaksOfCare = await CareAtSmallPlaces.SpeaksOfCare(Db, Survey);
        Organisations = await new PlaceOrganisations(Db, Survey).Choices();
        var theirs = Place.OrganisationId is { } id ? await Db.Organisations.SingleAsync(o => o.Id == id) : null;
        whose = theirs?.Reference;
        if (theirs is null || Organisations.Any(o => o.Value == theirs.Reference)) return null;
        unlisted = theirs;
        Organisations = [.. Organisations, PlaceOrganisations.Line(theirs), new(None, "Aucune structure")];
        return null;
    }

    public void OnGet() => Form = new() { Name = Place.Name, Eligible = Place.Eligible, Organisation = whose };

    /// <summary>Whoever corrects a name takes the place from nobody whom the list does not hold, because there are too many or because theirs moved since.</summary>
    async Task<Organisation?> Chosen()
    {
        if (unlisted is not null && string.IsNullOrWhiteSpace(Form.Finess) && (string.IsNullOrWhiteSpace(Form.Organisation) || Form.Organisation == unlisted.Reference)) return unlisted;
        return await new PlaceOrganisations(Db, Survey).Find(Form.Finess, Form.Organisation == None ? null : Form.Organisation);
    }

    public async Task<IActionResult> OnPost()
    {
        var organisation = await Chosen();
        var (name, eligible, before) = (Place.Name, Place.Eligible, Place.OrganisationId);
        // What was said of this number stands; another number is another place to think of.
        var few = CareAtSmallPlaces.Ask(SpeaksOfCare && eligible != Form.Eligible, Form.Eligible, Form.Few);
        Survey.CorrectPlace(Place, organisation, Form.Name!, Form.Eligible);
        Touch();
        var changed = new[] { name == Place.Name ? null : $"nom, « {name} » avant", eligible == Place.Eligible ? null : $"nombre de personnes, {eligible?.ToString(CultureInfo.InvariantCulture) ?? "non dit"} avant", before == Place.OrganisationId ? null : "structure", few }.OfType<string>().ToList();
        var moved = eligible != Place.Eligible;
        var done = await Saved(Acts.PlaceCorrected, "Le lieu est corrigé.", $"{Place.Name} : {(changed.Count > 0 ? string.Join(" ; ", changed) : "rien n’a changé")}");
        if (moved) await RateAnew.Of(Db, Survey, Place, CancellationToken.None);
        return done;
    }
}
