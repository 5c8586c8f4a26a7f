using Microsoft.AspNetCore.Antiforgery;

namespace Croisee.Ui;

/// <summary>
/// A form that no browser sends (ten thousand fields, a text far above ten megabytes, a NUL sign) cannot be read at all: it is refused in words, as a
/// 400 or a 413, instead of looking like a fault of ours (S07). Up to <see cref="LongestText"/>, a text that is too long is read, and refused beside its field with all that was typed.
/// </summary>
public static class UnreadableForms
{
    /// <summary>Ten megabytes of French text as a browser sends it, where an accent takes six bytes: at most twice that. What a whole form may weigh is the server's own limit, as before.</summary>
    public const int LongestText = 20 * 1024 * 1024;

    static readonly object Files = new();

    /// <summary>Whether the form that could not be read held files, as its type said before it was taken off.</summary>
    public static bool HeldFiles(HttpContext context) => context.Items.ContainsKey(Files);

    public static IApplicationBuilder UseUnreadableForms(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var withFiles = context.Request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) is true;
        try { await next(context); }
        catch (Exception broken) when (!context.Response.HasStarted && StatusOf(broken) is not null)
        {
            context.Response.Clear();
            context.Response.StatusCode = StatusOf(broken)!.Value;
            if (withFiles) context.Items[Files] = true;
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
        // A piece longer than any number: the server says so of itself, and not by the name of the others.
        IOException { InnerException: OverflowException } => StatusCodes.Status400BadRequest,
        _ => null,
    };
}
