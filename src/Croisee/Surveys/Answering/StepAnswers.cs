using System.Text.Json;
using Croisee.Data;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace Croisee.Surveys.Answering;

/// <summary>What somebody has answered so far, question by question.</summary>
/// <param name="Resume">The code under which it was kept before, if it was.</param>
public sealed record Begun(string Place, string Key, Dictionary<string, string[]> Answers, long At, string? Resume = null)
{
    public Content.GivenAnswers Given => new(Answers);
}

/// <summary>
/// Answers given one question at a time stay with the person: sealed in a cookie of the browser, for half an hour after the last question, and nowhere
/// on the server before they send. One questionnaire at a time; sending or stopping erases it.
/// </summary>
public sealed class StepAnswers(IDataProtectionProvider protection, TimeProvider clock)
{
    public const string Name = "__Host-reponses";
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(30);
    readonly IDataProtector protector = protection.CreateProtector("answers in the making");
    readonly ChunkingCookieManager cookies = new();
    static readonly CookieOptions Options = new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };

    /// <summary>Null when nothing was begun at this place, or too long ago.</summary>
    public Begun? Read(HttpContext http, string place) => Open(Held(http), place);

    /// <summary>As the browser holds it, sealed.</summary>
    public string? Held(HttpContext http) => cookies.GetRequestCookie(http, Name);

    /// <param name="forgotten">Also what was left longer ago than <see cref="Life"/>: to erase it.</param>
    public Begun? Open(string? sealedText, string place, bool forgotten = false)
    {
        if (string.IsNullOrEmpty(sealedText)) return null;
        try
        {
            var begun = JsonSerializer.Deserialize<Begun>(protector.Unprotect(sealedText));
            return begun?.Place == place && (forgotten || clock.UtcNow().Ticks - begun.At < Life.Ticks) ? begun : null;
        }
        catch (Exception broken) when (broken is System.Security.Cryptography.CryptographicException or JsonException or FormatException)
        {
            return null;
        }
    }

    public Begun New(string place) => new(place, SheetKey.New(), [], clock.UtcNow().Ticks);

    public void Keep(HttpContext http, Begun begun) =>
        cookies.AppendResponseCookie(http, Name, protector.Protect(JsonSerializer.Serialize(begun with { At = clock.UtcNow().Ticks })), Options);

    /// <summary>The answers go; a ticket stays, so that who starts afresh needs no other code.</summary>
    public void Erase(HttpContext http) => cookies.DeleteCookie(http, Name, Options);
}
