namespace Croisee.Words;

/// <summary>How a page speaks. A second axis beside the culture, which stays French.</summary>
public enum ReadingMode { Standard, EasyRead }

/// <summary>The mode of the current reader, from a cookie set by a link in the header.</summary>
public static class Reading
{
    public const string Cookie = "__Host-lecture", Query = "lecture", Easy = "facile", Usual = "courante";
    static readonly object Key = new();

    public static ReadingMode Mode(this HttpContext context)
    {
        if (context.Items.TryGetValue(Key, out var known)) return (ReadingMode)known!;
        var mode = context.Request.Cookies[Cookie] == Easy ? ReadingMode.EasyRead : ReadingMode.Standard;
        context.Items[Key] = mode;
        return mode;
    }

    /// <summary>A link <c>?lecture=facile</c> keeps the choice and returns to the same page: it works without a script and can be shared.</summary>
    public static IApplicationBuilder UseReadingMode(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var asked = context.Request.Query[Query].ToString();
        if (asked is not (Easy or Usual) || !HttpMethods.IsGet(context.Request.Method)) return next(context);
        context.Response.Cookies.Append(Cookie, asked, new CookieOptions { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = TimeSpan.FromDays(365), IsEssential = true });
        var rest = QueryString.Create(context.Request.Query.Where(q => q.Key != Query).SelectMany(q => q.Value, (q, v) => KeyValuePair.Create(q.Key, v)));
        context.Response.Headers.CacheControl = "no-store";
        // « //ailleurs » would be another site to a browser: one slash keeps it a page of ours that does not exist (S06).
        context.Response.Redirect("/" + (context.Request.PathBase + context.Request.Path).ToString().TrimStart('/') + rest);
        return Task.CompletedTask;
    });
}
