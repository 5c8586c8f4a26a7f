using Croisee.Data;
using Microsoft.AspNetCore.Http.Features;

namespace Croisee.Ui;

/// <summary>A page whose form may weigh more than most, and how much. Pages that take a file are found by themselves.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class HeavyFormAttribute(long most, bool inMemory) : Attribute
{
    public long Most => most;
    /// <summary>Texts are held in memory twice over; files go to the disk.</summary>
    public bool InMemory => inMemory;

    /// <summary>Long texts, kept with an error beside their field (S07).</summary>
    public HeavyFormAttribute() : this(UnreadableForms.LongestText + FormSizes.Usual, inMemory: true) { }

    internal static HeavyFormAttribute File { get; } = new(FormSizes.WithFile, inMemory: false);
}

/// <summary>
/// How much a form may weigh, looked at before any of it is read (S37): the framework reads it whole before a page says whether it wants it. What is refused here is not read but
/// let run out for a few seconds, so that a browser hears the answer.
/// </summary>
public static class FormSizes
{
    public const int Usual = 2 * 1024 * 1024;
    /// <summary>More than any file that is taken: one that is too heavy is told so beside its field.</summary>
    public const int WithFile = 120 * 1024 * 1024;
    /// <summary>Very long texts read at the same time: each costs its weight several times in memory.</summary>
    const int AtOnce = 4;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static IApplicationBuilder UseFormSizes(this IApplicationBuilder app)
    {
        var heavy = new SemaphoreSlim(AtOnce);
        return app.Use(async (context, next) =>
        {
            // Nothing else than forms is read; the page that says why one was refused has no form any more.
            if (!context.Request.HasFormContentType) { await next(context); return; }
            var page = context.GetEndpoint()?.Metadata.GetMetadata<HeavyFormAttribute>();
            var most = page?.Most ?? Usual;
            if (context.Request.ContentLength > most) throw new BadHttpRequestException("The form is heavier than this page takes.", StatusCodes.Status413PayloadTooLarge);
            // No browser leaves the length out; what comes without it is cut off on its way.
            if (context.Request.ContentLength is null && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = most;
            if (page is not { InMemory: true } || context.Request.ContentLength <= Usual) { await next(context); return; }
            if (!await heavy.WaitAsync(Patience, context.RequestAborted)) throw new TooBusy();
            try { await next(context); }
            finally { heavy.Release(); }
        });
    }
}
