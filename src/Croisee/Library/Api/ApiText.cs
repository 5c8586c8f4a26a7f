using System.Text.Json;
using Croisee.Library.OpenData;

namespace Croisee.Library.Api;

static class ApiText
{
    public const string Type = "application/json; charset=utf-8";

    public static byte[] Of(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, SheetJsonText.Options)) write(json);
        return bytes.ToArray();
    }
}
