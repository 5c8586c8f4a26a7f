using System.Buffers.Text;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using Croisee.Data;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace Croisee.Surveys.Answering;

/// <summary>What somebody has answered so far, question by question.</summary>
/// <param name="Resume">The code under which it was kept before, if it was.</param>
/// <param name="Mode">V-MODE-REPONSE, once it was said.</param>
/// <param name="HelpedBy">How it began with a helper, once the person asked to be left alone: the helper's view does not open on it again.</param>
/// <param name="Name">In a survey of the signed kind, once it was written.</param>
/// <param name="Warned">Fields whose text goes as it is, though it may name somebody: their author was told.</param>
public sealed record Begun(string Place, string Key, Dictionary<string, string[]> Answers, long At, string? Resume = null, string? Mode = null, string? Name = null, string? HelpedBy = null, string[]? Warned = null)
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
    /// <summary>Signs of the cookie in all: servers and proxies refuse every page of a browser whose headers are longer than some 32 000.</summary>
    public const int Longest = 16_000;
    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
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
            var begun = Unfold(protector.Unprotect(Base64Url.DecodeFromChars(sealedText)));
            return begun?.Place == place && (forgotten || clock.UtcNow().Ticks - begun.At < Life.Ticks) ? begun : null;
        }
        catch (Exception broken) when (broken is System.Security.Cryptography.CryptographicException or JsonException or FormatException or InvalidDataException)
        {
            return null;
        }
    }

    public Begun New(string place) => new(place, SheetKey.New(), [], clock.UtcNow().Ticks);

    /// <returns>False when it would be too long for a browser to send back: nothing is kept of this answer.</returns>
    public bool Keep(HttpContext http, Begun begun)
    {
        var held = Base64Url.EncodeToString(protector.Protect(Fold(begun with { At = clock.UtcNow().Ticks })));
        if (held.Length > Longest) return false;
        cookies.AppendResponseCookie(http, Name, held, Options);
        return true;
    }

    static byte[] Fold(Begun begun)
    {
        using var folded = new MemoryStream();
        using (var narrow = new BrotliStream(folded, CompressionLevel.Fastest)) JsonSerializer.Serialize(narrow, begun, Plain);
        return folded.ToArray();
    }

    static Begun? Unfold(byte[] folded)
    {
        using var wide = new BrotliStream(new MemoryStream(folded), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<Begun>(wide, Plain);
    }

    /// <summary>The answers go; a ticket stays, so that who starts afresh needs no other code.</summary>
    public void Erase(HttpContext http) => cookies.DeleteCookie(http, Name, Options);
}
