using System.Buffers.Binary;
using System.Buffers.Text;

namespace Croisee.Library.Api;

/// <summary>Where a reading stopped, as a word that says nothing to others. Sheets are read in the order of entry, so what is published or withdrawn meanwhile neither repeats nor skips one.</summary>
static class ApiCursor
{
    const byte Version = 1;

    public static string Write(int number)
    {
        Span<byte> bytes = stackalloc byte[5];
        bytes[0] = Version;
        BinaryPrimitives.WriteInt32BigEndian(bytes[1..], number);
        return Base64Url.EncodeToString(bytes);
    }

    public static int? Read(string word)
    {
        if (word.Length is < 7 or > 8 || !Base64Url.IsValid(word)) return null;
        var bytes = Base64Url.DecodeFromChars(word);
        return bytes.Length == 5 && bytes[0] == Version && BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(1)) is >= 0 and var number && Write(number) == word ? number : null;
    }
}
