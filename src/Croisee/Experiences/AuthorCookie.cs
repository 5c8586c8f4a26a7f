using System.Collections.Concurrent;
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

    sealed record Opened(DateTime SealedAt, IReadOnlyList<Guid> Authors);

    /// <summary>What the last cookies said, by what the browser sent: unsealing one costs as much as a small query, and whoever writes sends the same with every page.</summary>
    readonly ConcurrentDictionary<string, Opened> opened = new(StringComparer.Ordinal);

    public IReadOnlyList<Guid> Read(HttpRequest request)
    {
        if (request.Cookies[Name] is not { } value) return [];
        if (!opened.TryGetValue(value, out var known))
        {
            if (Open(protector, value) is not { } cookie) return [];
            known = new(cookie.SealedAt, [.. cookie.Text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(i => Guid.ParseExact(i, "N"))]);
            if (opened.Count >= KeptOpen) opened.Clear();
            opened[value] = known;
        }
        return IsFresh(known.SealedAt, Life) ? known.Authors : [];
    }

    public void Add(HttpContext http, Guid author)
    {
        var ids = Read(http.Request).Where(i => i != author).Prepend(author).Take(Most);
        Append(http.Response, Name, Seal(protector, string.Join(',', ids.Select(i => i.ToString("N")))));
    }

    /// <summary>These authors are gone; the browser goes on writing as the others.</summary>
    public void Remove(HttpContext http, IReadOnlyCollection<Guid> authors)
    {
        var left = Read(http.Request).Where(i => !authors.Contains(i)).ToList();
        if (Shown(http.Request) is not { } shown || authors.Contains(shown.Author)) Delete(http.Response, CodeName);
        if (left.Count == 0) Delete(http.Response, Name);
        else Append(http.Response, Name, Seal(protector, string.Join(',', left.Select(i => i.ToString("N")))));
    }

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
            return (new DateTime(long.Parse(text[0], System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc), text[1]);
        }
        catch (System.Security.Cryptography.CryptographicException) { return null; }
    }
}
