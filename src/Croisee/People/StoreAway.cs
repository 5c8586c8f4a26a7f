using Croisee.Data;
using Croisee.Ui;

namespace Croisee.People;

/// <summary>
/// The store cannot be read or written: a 503 that says to wait, and carries what was typed. ScreenFilter shows the form itself when only the save was refused;
/// here comes what happens before (who is it, what does the page show), where there is no page to show.
/// </summary>
public static class StoreAway
{
    public static IApplicationBuilder UseStoreAway(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try { await next(context); }
        catch (Exception broken) when (!context.Response.HasStarted && broken.IsUnavailable())
        {
            context.RequestServices.GetRequiredService<ILogger<KeptFormResult>>().LogError(broken, "Error {Number}: the store is away; {Page} answers 503.", ErrorNumber.Of(context), ErrorNumber.PageOf(context.GetEndpoint()));
            context.Response.Clear();
            context.Response.Headers.RetryAfter = "10";
            await KeptFormResult.Away(context);
        }
    });
}
