using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Surveys.Results;

/// <summary>The results of one place, for those who have its code: who lives there and who works there see the same, on the same day (EVA-R3, CMP-R1).</summary>
[Audience(Audience.Public), OutputCache(PolicyName = PublicCache.Name)]
public sealed class PlaceResultsModel(AppDb db, Localizer words, TimeProvider clock) : ResultScreen(db, words, clock)
{
    [FromRoute(Name = "code")] public string Code { get; set; } = "";

    public override async Task<IActionResult?> Prepare() => await LoadPlace(Code) ? null : NotFound();

    public void OnGet() { }
}
