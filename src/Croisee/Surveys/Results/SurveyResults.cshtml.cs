using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Surveys.Results;

/// <summary>What a survey says as a whole, for everybody, the same day for persons and professionals (EVA-R3). A survey of one place has that place's results.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = PublicCache.Name)]
public sealed class SurveyResultsModel(AppDb db, Localizer words, TimeProvider clock) : ResultScreen(db, words, clock)
{
    public static readonly string[] Formats = ["csv", "xlsx", "ods"];

    [FromRoute(Name = "reference")] public string Reference { get; set; } = "";

    [FromQuery(Name = "regroupement")] public string? Asked { get; set; }

    public override async Task<IActionResult?> Prepare() => await LoadWhole(Reference, Asked) ? null : NotFound();

    public void OnGet() { }
}
