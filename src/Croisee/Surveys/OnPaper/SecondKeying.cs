using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Croisee.Surveys.OnPaper;

/// <summary>
/// Which papers a second person must key, drawn by the product and known to nobody before (S43): the first that each person keys in a survey, so that each is looked at once
/// at least, and one in twenty of the others.
/// </summary>
public static class SecondKeying
{
    public const int OneIn = 20;

    /// <param name="seed">Of the place: the same draws the same papers, whenever and by whomever they are keyed.</param>
    public static bool Draws(int seed, int number)
    {
        Span<byte> asked = stackalloc byte[8];
        BinaryPrimitives.WriteInt32BigEndian(asked, seed);
        BinaryPrimitives.WriteInt32BigEndian(asked[4..], number);
        return BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(asked)) % OneIn == 0;
    }
}

/// <summary>What second keyings found: of so many answers keyed twice, so many were wrong the first time.</summary>
public readonly record struct KeyingErrors(int Papers, int Answers, int Wrong)
{
    public decimal? Percent => Answers == 0 ? null : Math.Round(100m * Wrong / Answers, 1, MidpointRounding.AwayFromZero);
}
