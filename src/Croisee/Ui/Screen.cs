using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Croisee.Ui;

/// <summary>
/// A page of the house. <see cref="Prepare"/> loads what it shows before GET and before POST alike, so that a refused form
/// can always be shown again with what was typed; absent and forbidden give the same answer there (S01).
/// </summary>
/// <remarks>
/// Not a PageModel: at each start the framework describes every method of every page, and a hundred inherited by each of three hundred pages
/// make forty thousand descriptions that stay. These are the members that a page of the house needs.
/// </remarks>
[PageModel]
public abstract class Screen
{
    [PageContext] public PageContext PageContext { get; set; } = null!;

    public HttpContext HttpContext => PageContext.HttpContext;

    public HttpRequest Request => HttpContext.Request;

    public HttpResponse Response => HttpContext.Response;

    public ModelStateDictionary ModelState => PageContext.ModelState;

    public ViewDataDictionary ViewData => PageContext.ViewData;

    public ITempDataDictionary TempData => field ??= HttpContext.RequestServices.GetRequiredService<ITempDataDictionaryFactory>().GetTempData(HttpContext);

    protected RouteData RouteData => PageContext.RouteData;

    protected IUrlHelper Url => field ??= HttpContext.RequestServices.GetRequiredService<IUrlHelperFactory>().GetUrlHelper(PageContext);

    internal PageResult Page() => new();

    protected static NotFoundResult NotFound() => new();

    protected static BadRequestObjectResult BadRequest(string why) => new(why);

    protected static RedirectResult Redirect(string address) => new(address);

    protected static LocalRedirectResult LocalRedirect(string address) => new(address);

    protected static FileContentResult File(byte[] content, string type) => new(content, type);

    protected static FileContentResult File(byte[] content, string type, string name) => new(content, type) { FileDownloadName = name };

    protected static FileStreamResult File(Stream content, string type, string name) => new(content, type) { FileDownloadName = name };

    protected static PhysicalFileResult PhysicalFile(string path, string type, string name) => new(path, type) { FileDownloadName = name };

    /// <summary>Null to go on; <c>NotFound()</c> when the object is absent or not for this visitor.</summary>
    public virtual Task<IActionResult?> Prepare() => Task.FromResult<IActionResult?>(null);

    /// <summary>Asked of a form whose token is good, before anything of it is looked at: null to go on, else what is answered instead.</summary>
    public virtual IActionResult? Admit() => null;

    /// <summary>One line shown on the next page, after a redirect.</summary>
    protected void Flash(string line) => TempData[Screens.FlashKey] = line;

    /// <summary>What a refused concurrent change shows; the default is one sentence above the form, with what was typed kept. Null for the same page, as a 409.</summary>
    [NonHandler] // Without it the method's name would answer the HTTP method CONFLICT.
    public virtual Task<IActionResult?> OnConflict()
    {
        ModelState.AddModelError("", "Quelqu’un d’autre a modifié cette page en même temps que vous. Votre texte est encore là : comparez, puis enregistrez de nouveau.");
        return Task.FromResult<IActionResult?>(null);
    }
}

static class Screens
{
    public const string FlashKey = "flash";
}
