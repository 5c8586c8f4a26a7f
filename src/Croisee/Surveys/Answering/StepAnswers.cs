using System.Text.Json;
using Croisee.Data;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace Croisee.Surveys.Answering;

/// <summary>What somebody has answered so far, question by question.</summary>
public sealed record Begun(string Place, string Key, Dictionary<string, string[]> Answers, long At)
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
    public Begun? Read(HttpContext http, string place)
    {
        if (cookies.GetRequestCookie(http, Name) is not { Length: > 0 } sealedText) return null;
        try
        {
            var begun = JsonSerializer.Deserialize<Begun>(protector.Unprotect(sealedText));
            return begun?.Place == place && clock.UtcNow().Ticks - begun.At < Life.Ticks ? begun : null;
        }
        catch (Exception broken) when (broken is System.Security.Cryptography.CryptographicException or JsonException or FormatException)
        {
            return null;
        }
    }

    /// <param name="serial">Of a ticket, where the place asks for codes: then the sheet is made from it.</param>
    public Begun New(string place, string? serial = null) => new(place, serial ?? SheetKey.New(), [], clock.UtcNow().Ticks);

    public void Keep(HttpContext http, Begun begun) =>
        cookies.AppendResponseCookie(http, Name, protector.Protect(JsonSerializer.Serialize(begun with { At = clock.UtcNow().Ticks })), Options);

    /// <summary>The answers go; a ticket stays, so that who starts afresh needs no other code.</summary>
    public void Erase(HttpContext http) => cookies.DeleteCookie(http, Name, Options);
}
