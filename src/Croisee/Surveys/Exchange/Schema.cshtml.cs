using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.Exchange;

/// <summary>Our own form of a questionnaire, said so that any tool can check a file before sending it.</summary>
[Audience(Audience.Public)]
public sealed class SchemaModel : Screen
{
    public const string Path = "/questionnaires/schema.json";

    static readonly Lazy<byte[]> Written = new(Load);

    public static ReadOnlyMemory<byte> Bytes => Written.Value;

    static byte[] Load()
    {
        using var file = typeof(SchemaModel).Assembly.GetManifestResourceStream("Croisee.Surveys.Exchange.schema.json")!;
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }

    public IActionResult OnGet() => File(Written.Value, "application/schema+json");
}
