using Croisee.Data;
using Croisee.Rules;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Ui;

/// <summary>
/// The way of every page: prepare, check the form's token, check its shape, run the handler, turn a broken rule into an error beside the field.
/// A refusal is a 400 (409 conflict, 503 too busy or no store) that shows the same page with what was typed.
/// </summary>
public sealed class ScreenFilter(IAntiforgery antiforgery, ILogger<ScreenFilter> log) : IAsyncPageFilter
{
    public const string FormExpired = "Cette page était ouverte depuis longtemps. Rien n’est perdu : relisez, puis envoyez de nouveau.";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerInstance is not Screen screen) { await next(); return; }
        // A form that cannot be read (a NUL sign) also leaves what the address names unread: said first, or the page would answer that it does not exist.
        if (context.HttpContext.Request.HasFormContentType) await context.HttpContext.Request.ReadFormAsync(context.HttpContext.RequestAborted);
        if (await screen.Prepare() is { } other) { context.Result = other; return; }
        if (HttpMethods.IsGet(context.HttpContext.Request.Method) || HttpMethods.IsHead(context.HttpContext.Request.Method)) { await RunGet(screen, next); return; }
        if (!await antiforgery.IsRequestValidAsync(context.HttpContext)) { screen.ModelState.AddModelError("", FormExpired); context.Result = Again(screen, 400); return; }
        if (screen.Admit() is { } held) { context.Result = held; return; }
        if (!screen.ModelState.IsValid) { context.Result = Again(screen, 400); return; }
        var done = await next();
        if (done.Exception is { } broken && await Refusal(screen, broken) is { } refusal)
        {
            done.ExceptionHandled = true;
            done.Result = refusal;
        }
        else if (done.Result is PageResult && !screen.ModelState.IsValid && screen.Response.StatusCode == 200) screen.Response.StatusCode = 400;
    }

    /// <summary>A wrong value in an address is a 400, never a guess; pages that accept odd queries bind text and decide themselves.</summary>
    static async Task RunGet(Screen screen, PageHandlerExecutionDelegate next)
    {
        if (!screen.ModelState.IsValid) screen.Response.StatusCode = 400;
        await next();
    }

    async Task<IActionResult?> Refusal(Screen screen, Exception broken)
    {
        switch (broken)
        {
            case RuleBroken rule:
                // A higher room may write which rule it was.
                screen.HttpContext.Features.Set(rule);
                screen.ModelState.AddModelError(FieldOf(rule, screen), rule.Message);
                return Again(screen, 400);
            case DbUpdateConcurrencyException:
                return await screen.OnConflict() ?? Again(screen, 409);
            case DbUpdateException refused when refused.IsTwin():
                return await screen.OnConflict() ?? Again(screen, 409);
            case TooBusy:
                log.LogWarning("The write lane is full; {Page} answers 503.", screen.PageContext.ActionDescriptor.AttributeRouteInfo?.Template);
                screen.ModelState.AddModelError("", "Beaucoup de personnes écrivent en ce moment. Votre texte est encore là : attendez quelques secondes, puis envoyez de nouveau.");
                screen.Response.Headers.RetryAfter = "5";
                return Again(screen, 503);
            case var away when away.IsUnavailable():
                log.LogError(away, "The store is away; {Page} answers 503.", screen.PageContext.ActionDescriptor.AttributeRouteInfo?.Template);
                screen.ModelState.AddModelError("", "Rien ne peut être enregistré en ce moment. Votre texte est encore là : attendez une minute, puis envoyez de nouveau.");
                screen.Response.Headers.RetryAfter = "10";
                return Again(screen, 503);
            default:
                return null;
        }
    }

    static string FieldOf(RuleBroken rule, Screen screen) => rule.Field is null ? "" : screen.GetType().GetProperty("Form") is null ? rule.Field : "Form." + rule.Field;

    static PageResult Again(Screen screen, int status)
    {
        screen.Response.StatusCode = status;
        return screen.Page();
    }
}
