using Croisee.Data;
using Croisee.Library.Api;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Croisee.Site;

/// <summary>Every error in plain French, with a number that the log knows, and no inner detail; a program is told as its interface tells (RFC 9457).</summary>
[Audience(Audience.Public), IgnoreAntiforgeryToken, ResponseCache(NoStore = true)]
public sealed class ErrorModel(ILogger<ErrorModel> log, Settings settings) : PageModel
{
    [BindProperty(SupportsGet = true)] public int Code { get; set; }
    public string Number => ErrorNumber.Of(HttpContext);

    /// <summary>A form that holds files says so in its type; any other holds text only.</summary>
    bool SentFiles => UnreadableForms.HeldFiles(HttpContext);

    public string Title => Code switch
    {
        403 => "Ce formulaire ne vient pas de Croisée",
        404 => "Cette page n’existe pas, ou n’est pas pour vous",
        429 => "Trop d’essais en peu de temps",
        413 => "C’est trop lourd",
        >= 500 => "Quelque chose n’a pas marché de notre côté",
        _ => "Cette demande n’est pas comprise",
    };

    public string Advice => Code switch
    {
        403 => "Rien n’a été fait. Une autre page l’a envoyé. Ouvrez la page ici et remplissez-la vous-même.",
        404 => "Vérifiez l’adresse, ou repartez de l’accueil.",
        429 => "Attendez dix minutes, puis réessayez.",
        413 => SentFiles ? "Un fichier fait au plus 10 Mo." : "Le texte envoyé est trop long pour être lu. Revenez en arrière : votre texte y est. Raccourcissez-le, puis envoyez de nouveau.",
        >= 500 => "Ce que vous aviez enregistré est gardé. Réessayez dans un instant.",
        _ => "Vérifiez l’adresse, ou repartez de l’accueil.",
    };

    /// <summary>What was asked before this page answered in its place.</summary>
    string? Asked => HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath;

    public IActionResult OnGet()
    {
        // Whoever opens this address by hand brings no fault to note.
        if (HttpContext.Features.Get<IExceptionHandlerFeature>() is { } fault) log.LogError(fault.Error, "Error {Number} on {Page}.", Number, ErrorNumber.PageOf(fault.Endpoint));
        if (Response.StatusCode == 200) Response.StatusCode = Code is >= 400 and < 600 ? Code : 404;
        return Asked is { } asked && ApiScreen.IsAsked(asked) ? ApiProblem.Of(Response.StatusCode, Title, Code >= 500 ? $"{Advice} Numéro à donner si vous nous écrivez : {Number}." : Advice).Answer(settings.Origin, asked) : Page();
    }

    public IActionResult OnPost() => OnGet();
}
