using System.Buffers.Text;
using System.Security.Cryptography;
using Croisee.Surveys.Answering;

namespace Croisee.Surveys.Cards;

/// <summary>
/// What a used code becomes: a random message and its blind signature, held by the person's browser and written nowhere. Sent with an answer, it is spent. Nothing that is kept joins it
/// to a card: a code says that it was used, a spent ticket that some card was.
/// </summary>
public static class AnswerTicket
{
    public const string Name = "__Host-ticket";
    public const string Missing = "Ce lieu demande un code, et cet appareil n’en a plus. Écrivez celui de votre carte.", Spent = "Votre carte a déjà répondu, ici ou sur un autre appareil. Ces réponses-ci ne sont pas envoyées.";
    static readonly CookieOptions Options = new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true, MaxAge = TimeSpan.FromHours(12) };

    public static void Keep(HttpContext http, string ticket) => http.Response.Cookies.Append(Name, ticket, Options);

    /// <summary>The ticket of <paramref name="put"/>'s place that this browser holds; null without one, or with one that is forged or of another place.</summary>
    public static string? Held(HttpContext http, PutSurvey put) => http.Request.Cookies[Name] is { } ticket && Spends(ticket, put) is not null ? ticket : null;

    /// <summary>The id under which this browser's ticket is spent; null without a good one.</summary>
    public static Guid? Spends(HttpContext http, PutSurvey put) => Spends(http.Request.Cookies[Name], put);

    public static Guid? Spends(string? ticket, PutSurvey put)
    {
        if (put.TicketKey is not { } key || ticket?.Split('.') is not [var message, var signature] || !Base64Url.IsValid(message, out var length) || length != BlindSignature.MessageBytes || !Base64Url.IsValid(signature)) return null;
        var said = Base64Url.DecodeFromChars(message);
        try { return BlindSignature.Holds(Convert.FromBase64String(key), said, Base64Url.DecodeFromChars(signature)) ? new(SHA256.HashData(said).AsSpan(0, 16)) : null; }
        catch (CryptographicException) { return null; }
    }

    public static void Erase(HttpContext http) => http.Response.Cookies.Delete(Name, Options);
}
