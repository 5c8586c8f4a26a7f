using System.Collections.Concurrent;
using System.Globalization;
using Croisee.Data;
using Microsoft.AspNetCore.DataProtection;

namespace Croisee.Experiences;

/// <summary>Which authors this browser may write as: their ids, sealed, until the browser closes and for a day at most. The private code itself is never kept.</summary>
public sealed class AuthorCookie(IDataProtectionProvider protection, TimeProvider clock)
{
    public const string Name = "__Host-parole", CodeName = "__Host-code";
    static readonly TimeSpan Life = TimeSpan.FromHours(24);

    /// <summary>For how long a new code is shown again on the page after the one that made it.</summary>
    public static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(15);

    /// <summary>As many experiences one browser writes at a time.</summary>
    public const int Most = 5;
    /// <summary>Cookies kept open, so that the memory for them has an end.</summary>
    const int KeptOpen = 1000;
    readonly IDataProtector protector = protection.CreateProtector("authors of this browser"), codes = protection.CreateProtector("code to show once");

    /// <param name="Since">When this browser gave the author's code, or made it.</param>
    sealed record Held(Guid Author, DateTime Since);

    sealed record Opened(DateTime SealedAt, IReadOnlyList<Held> Authors, IReadOnlyList<Guid> Ids)
    {
        public static Opened None { get; } = new(DateTime.MinValue, [], []);
    }

    /// <summary>What the last cookies said, by what the browser sent: unsealing one costs as much as a small query, and whoever writes sends the same with every page.</summary>
    readonly ConcurrentDictionary<string, Opened> opened = new(StringComparer.Ordinal);

    /// <summary>Whom this browser was opened for. Whether their code is still that one is asked of <c>Opens</c>.</summary>
    public IReadOnlyList<Guid> Read(HttpRequest request) => Kept(request).Ids;

    /// <summary>Not once the code was made anew elsewhere: whoever had the former one is out, also where it was typed before.</summary>
    public bool Opens(HttpRequest request, Author author) => author.EndedAt is null && Opens(request, author.Id, author.RecodedAt);

    public bool Opens(HttpRequest request, Guid author, DateTime? recodedAt) => Kept(request).Authors.Any(h => h.Author == author && !(h.Since < recodedAt));

    Opened Kept(HttpRequest request)
    {
        if (request.Cookies[Name] is not { } value) return Opened.None;
        if (!opened.TryGetValue(value, out var known))
        {
            if (Open(protector, value) is not { } cookie) return Opened.None;
            Held[] held = [.. cookie.Text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(h => HeldOf(h, cookie.SealedAt))];
            known = new(cookie.SealedAt, held, [.. held.Select(h => h.Author)]);
            if (opened.Count >= KeptOpen) opened.Clear();
            opened[value] = known;
        }
        return IsFresh(known.SealedAt, Life) ? known : Opened.None;
    }

    public void Add(HttpContext http, Guid author)
    {
        Append(http.Response, Kept(http.Request).Authors.Where(h => h.Author != author).Prepend(new(author, clock.UtcNow())).Take(Most));
    }

    /// <summary>These authors are gone; the browser goes on writing as the others.</summary>
    public void Remove(HttpContext http, IReadOnlyCollection<Guid> authors)
    {
        var left = Kept(http.Request).Authors.Where(h => !authors.Contains(h.Author)).ToList();
        if (Shown(http.Request) is not { } shown || authors.Contains(shown.Author)) Delete(http.Response, CodeName);
        if (left.Count == 0) Delete(http.Response, Name);
        else Append(http.Response, left);
    }

    /// <summary>Each with the moment of its own code: adding another makes none of them newer.</summary>
    void Append(HttpResponse response, IEnumerable<Held> held) =>
        Append(response, Name, Seal(protector, string.Join(',', held.Select(h => string.Create(CultureInfo.InvariantCulture, $"{h.Author:N}.{h.Since.Ticks}")))));

    /// <summary>A cookie sealed before that moment was kept holds the ids alone.</summary>
    static Held HeldOf(string text, DateTime sealedAt) => text.Split('.') is [var id, var ticks]
        ? new(Guid.ParseExact(id, "N"), new DateTime(long.Parse(ticks, CultureInfo.InvariantCulture), DateTimeKind.Utc)) : new(Guid.ParseExact(text, "N"), sealedAt);

    public static void Drop(HttpResponse response)
    {
        foreach (var name in new[] { Name, CodeName }) Delete(response, name);
    }

    static void Delete(HttpResponse response, string name) => response.Cookies.Delete(name, new CookieOptions { Secure = true, Path = "/" });

    /// <summary>A new code is shown on the page after the one that made it, and again if that page is reloaded: for fifteen minutes, on this browser only.</summary>
    public void Show(HttpResponse response, Guid author, string code) => Append(response, CodeName, Seal(codes, $"{author:N} {code}"));

    public (Guid Author, string Code)? Shown(HttpRequest request) =>
        request.Cookies[CodeName] is { } value && Open(codes, value) is { } cookie && IsFresh(cookie.SealedAt, CodeLife) && cookie.Text.Split(' ', 2) is [var author, var code] ? (Guid.ParseExact(author, "N"), code) : null;

    static void Append(HttpResponse response, string name, string value) =>
        response.Cookies.Append(name, value, new CookieOptions { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true });

    string Seal(IDataProtector with, string text) => with.Protect($"{clock.UtcNow().Ticks}|{text}");

    bool IsFresh(DateTime sealedAt, TimeSpan life) => clock.UtcNow() - sealedAt < life;

    /// <summary>Null when we did not seal it.</summary>
    static (DateTime SealedAt, string Text)? Open(IDataProtector with, string value)
    {
        try
        {
            var text = with.Unprotect(value).Split('|', 2);
            return (new DateTime(long.Parse(text[0], CultureInfo.InvariantCulture), DateTimeKind.Utc), text[1]);
        }
        catch (System.Security.Cryptography.CryptographicException) { return null; }
    }
}
