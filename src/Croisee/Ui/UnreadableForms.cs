using Microsoft.AspNetCore.Antiforgery;

namespace Croisee.Ui;

/// <summary>
/// A form that no browser sends (ten thousand fields, a field of ten megabytes, a NUL sign) cannot be read at all: it is refused in words, as a
/// 400 or a 413, instead of looking like a fault of ours (S07).
/// </summary>
public static class UnreadableForms
{
    public static IApplicationBuilder UseUnreadableForms(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try { await next(context); }
        catch (Exception broken) when (!context.Response.HasStarted && StatusOf(broken) is not null)
        {
            context.Response.Clear();
            context.Response.StatusCode = StatusOf(broken)!.Value;
            // The page that says so must not try to read the form again.
            (context.Request.Method, context.Request.ContentType) = (HttpMethods.Get, null);
        }
    });

    static int? StatusOf(Exception broken) => broken switch
    {
        AntiforgeryValidationException { InnerException: { } inner } => StatusOf(inner),
        BadHttpRequestException bad => bad.StatusCode,
        // Only what reading the form says: anything else by that name is a fault of ours.
        InvalidDataException { Source: "Microsoft.AspNetCore.WebUtilities" or "Microsoft.AspNetCore.Http" } =>
            broken.Message.Contains("limit", StringComparison.Ordinal) ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest,
        _ => null,
    };
}
