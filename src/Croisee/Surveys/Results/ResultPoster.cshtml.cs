using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Surveys.Results;

/// <summary>The published results in easy words and large letters, to print on A3 and put on a wall where those who answered pass by (domain 5.2, 8).</summary>
[Audience(Audience.Public), OutputCache(PolicyName = PublicCache.Name)]
public class ResultPosterModel(AppDb db, Localizer words, TimeProvider clock) : ResultScreen(db, words, clock)
{
    [FromRoute(Name = "reference")] public string Reference { get; set; } = "";
    [FromQuery(Name = "regroupement")] public string? Asked { get; set; }
    /// <summary>The same figures in easy words, whatever the reader's own mode.</summary>
    public ResultLines Easy { get; private set; } = null!;

    /// <summary>Prints carry their credits (PIC-R1).</summary>
    public static string Credits => "Images : OpenMoji, CC BY-SA 4.0.";

    protected virtual Task<bool> Find() => LoadWhole(Reference, Asked);

    public string EasyRate => Easy.RateSaid(IsDeclared);

    public sealed override async Task<IActionResult?> Prepare()
    {
        if (!await Find()) return NotFound();
        Easy = Lines.Easily();
        return null;
    }

    public void OnGet() { }
}

/// <summary>The poster of one place, for those who have its code: it goes on the wall of that place.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = PublicCache.Name)]
public sealed class PlacePosterModel(AppDb db, Localizer words, TimeProvider clock) : ResultPosterModel(db, words, clock)
{
    [FromRoute(Name = "code")] public string Code { get; set; } = "";

    protected override Task<bool> Find() => LoadPlace(Code);
}
