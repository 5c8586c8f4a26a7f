using System.Security.Cryptography;
using System.Text;

namespace Croisee.Surveys.Cards;

/// <summary>
/// A code that lets one person answer once, at a place that asks for codes (domain 5.2, 4). Only its hash is kept, whether it was used, and what its ticket was signed through, blind:
/// not by whom, not when, and nothing that an answer also bears.
/// </summary>
public sealed class OneTimeCode
{
    const string Signs = "23456789bcdfghjkmnpqrstvwxz";
    public const int Length = 10, MostAtOnce = 500;

    OneTimeCode() { }

    OneTimeCode(Guid placeId, string hash) => (PlaceId, Hash, Blinded) = (placeId, hash, RandomNumberGenerator.GetHexString(64));

    public Guid PlaceId { get; private set; }
    public string Hash { get; private set; } = "";
    public bool Used { get; private set; }
    /// <summary>Not used, and no longer to be: lost cards, or a batch that went to the wrong hands. How many of a place are is told to nobody, for the others were used (R1).</summary>
    public bool Cancelled { get; private set; }
    /// <summary>SHA-256 of the blinded message that was signed for it, so that a browser which lost the reply asks again and gets the same. Chance
    /// before, and where the ticket was drawn without a script: neither that nor the length of the row tells anything.</summary>
    public string? Blinded { get; private set; }

    /// <summary>A new code with the text to hand over: the one time that it can be read.</summary>
    public static (OneTimeCode Kept, string Told) New(SurveyPlace place)
    {
        var told = RandomNumberGenerator.GetString(Signs, Length);
        return (new OneTimeCode(place.Id, HashOf(place.Id, told)), $"{told[..5]}-{told[5..]}");
    }

    /// <summary>As kept, from what a person typed: case, spaces and dashes do not matter. Null when it cannot be a code.</summary>
    public static string? Read(Guid placeId, string? typed)
    {
        var read = typed is null ? "" : string.Concat(Content.Digits.Latin(typed).Where(char.IsLetterOrDigit).Take(Length + 1)).ToLowerInvariant();
        return read.Length == Length ? HashOf(placeId, read) : null;
    }

    static string HashOf(Guid placeId, string code) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{placeId:N}:{code}")));
}
