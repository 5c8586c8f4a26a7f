using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Croisee.Ui;

/// <summary>
/// A page of the house. <see cref="Prepare"/> loads what it shows before GET and before POST alike, so that a refused form
/// can always be shown again with what was typed; absent and forbidden give the same answer there (S01).
/// </summary>
public abstract class Screen : PageModel
{
    /// <summary>Null to go on; <c>NotFound()</c> when the object is absent or not for this visitor.</summary>
    public virtual Task<IActionResult?> Prepare() => Task.FromResult<IActionResult?>(null);

    /// <summary>One line shown on the next page, after a redirect.</summary>
    protected void Flash(string line) => TempData[Screens.FlashKey] = line;

    /// <summary>What a refused concurrent change shows; the default is one sentence above the form, with what was typed kept.</summary>
    [NonHandler] // Without it the method's name would answer the HTTP method CONFLICT.
    public virtual Task OnConflict()
    {
        ModelState.AddModelError("", "Quelqu’un d’autre a modifié cette page en même temps que vous. Votre texte est encore là : comparez, puis enregistrez de nouveau.");
        return Task.CompletedTask;
    }
}

static class Screens
{
    public const string FlashKey = "flash";
}
