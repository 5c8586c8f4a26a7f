using Croisee.Data;
using Microsoft.AspNetCore.DataProtection;

namespace Croisee.Surveys.Answering;

/// <summary>
/// What a used code becomes: a sealed serial drawn at random, held by the person's browser and written nowhere. The sheet's id is made from the serial, so one code
/// gives one sheet, and nothing that is kept joins the two: a code says that it was used, a sheet says what was answered.
/// </summary>
public sealed class AnswerTicket(IDataProtectionProvider protection, TimeProvider clock)
{
    public const string Name = "__Host-ticket";
    static readonly TimeSpan Life = TimeSpan.FromHours(12);
    readonly IDataProtector protector = protection.CreateProtector("one answer");
    static readonly CookieOptions Options = new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };

    /// <summary>Drawn for who just gave a good code.</summary>
    public void Give(HttpContext http, SurveyPlace place) =>
        http.Response.Cookies.Append(Name, protector.Protect($"{place.Code}|{SheetKey.New()}|{clock.UtcNow().Ticks}"), Options);

    /// <summary>The sealed ticket this browser holds for <paramref name="place"/>, to put in a form; null without one.</summary>
    public string? Held(HttpContext http, SurveyPlace place) => http.Request.Cookies[Name] is { } ticket && Serial(ticket, place) is not null ? ticket : null;

    /// <summary>The serial of a ticket; null when it is forged, too old, or of another place.</summary>
    public string? Serial(string? ticket, SurveyPlace place)
    {
        if (string.IsNullOrEmpty(ticket)) return null;
        try
        {
            return protector.Unprotect(ticket).Split('|') is [var code, var serial, var at] && code == place.Code && clock.UtcNow().Ticks - long.Parse(at, System.Globalization.CultureInfo.InvariantCulture) < Life.Ticks ? serial : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    public static void Erase(HttpContext http) => http.Response.Cookies.Delete(Name, Options);
}
