using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Croisee.Surveys.Exchange;

/// <summary>
/// The keys of the sheets of one file. Another tool gives the same sheets again in a file that grew, or that it wrote anew: a key is made from the sheet and not from the file. The sheet's own id says which
/// one it is; without one, all that it says, and how often that was said before in this file: people who answered alike are several.
/// </summary>
sealed class SheetKeys(byte[] file, Guid survey)
{
    readonly byte[] whole = SHA256.HashData(file);
    readonly Dictionary<string, int> said = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> named = new(StringComparer.Ordinal);

    /// <summary>Once for each sheet, in the order of the file.</summary>
    public string Of(ReadOnlyMemory<byte> sheet)
    {
        var (id, content) = Parts(sheet);
        if (id is null)
        {
            var before = said[content] = said.GetValueOrDefault(content) + 1;
            return Key($"contenu\n{before}\n{content}");
        }
        // An id that comes back with other answers names nothing: both are there.
        return named.TryAdd(id, content) || named[id] == content ? Key($"id\n{id}") : Key($"id\n{id}\n{content}");
    }

    string Key(string of) => Base64Url.EncodeToString(SHA256.HashData([.. survey.ToByteArray(), .. Encoding.UTF8.GetBytes(of)]).AsSpan(0, 16));

    /// <summary>What was taken in while keys were made from the whole file and the place in it is found by that.</summary>
    public string Former(int at) => Base64Url.EncodeToString(SHA256.HashData([.. whole, .. BitConverter.GetBytes(at)]).AsSpan(0, 16));

    /// <summary>Its id, and the rest in one way of writing. What a server says of its own copy is not what was answered.</summary>
    static (string? Id, string Content) Parts(ReadOnlyMemory<byte> sheet)
    {
        try
        {
            using var document = JsonDocument.Parse(sheet, new() { MaxDepth = 64 });
            if (document.RootElement.ValueKind is not JsonValueKind.Object) return (null, Encoding.UTF8.GetString(sheet.Span));
            var id = document.RootElement.Said("id");
            return (id.Length > 0 ? id : null, Written(document.RootElement, atRoot: true));
        }
        catch (JsonException) { return (null, Encoding.UTF8.GetString(sheet.Span)); }
        catch (InvalidOperationException) { return (null, Encoding.UTF8.GetString(sheet.Span)); }
    }

    /// <summary>Members in the order of their names, without spaces between.</summary>
    static string Written(JsonElement value, bool atRoot = false) => value.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(',', value.EnumerateObject().Where(m => !atRoot || m.Name is not ("meta" or "text")).OrderBy(m => m.Name, StringComparer.Ordinal).Select(m => $"{JsonSerializer.Serialize(m.Name)}:{Written(m.Value)}")) + "}",
        JsonValueKind.Array => "[" + string.Join(',', value.EnumerateArray().Select(e => Written(e))) + "]",
        JsonValueKind.String => JsonSerializer.Serialize(value.GetString()),
        _ => value.GetRawText(),
    };
}
