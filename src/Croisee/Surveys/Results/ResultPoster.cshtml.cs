using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Surveys.Results;

/// <summary>The published results in easy words and large letters, to print on A3 and put on a wall where those who answered pass by (domain 5.2, 8).</summary>
[Audience(Audience.Public), OutputCache(PolicyName = PublicCache.Name)]
public sealed class ResultPosterModel(AppDb db, Localizer words, TimeProvider clock) : ResultScreen(db, words, clock)
{
    [FromRoute(Name = "reference")] public string Reference { get; set; } = "";
    /// <summary>The same figures in easy words, whatever the reader's own mode.</summary>
    public ResultLines Easy { get; private set; } = null!;

    /// <summary>Prints carry their credits (PIC-R1).</summary>
    public static string Credits => "Images : OpenMoji, CC BY-SA 4.0.";

    public override async Task<IActionResult?> Prepare()
    {
        if (!await LoadWhole(Reference)) return NotFound();
        Easy = Lines.Easily();
        return null;
    }

    public void OnGet() { }
}
