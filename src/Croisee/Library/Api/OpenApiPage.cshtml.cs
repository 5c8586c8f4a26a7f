using Croisee.Data;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Library.Api;

/// <summary>The description of the API for programs.</summary>
[Audience(Audience.Public)]
public sealed class OpenApiPageModel(Settings settings) : ApiScreen(settings)
{
    public const string Path = Root + "/openapi.json";

    public IActionResult OnGet() => new KnownAnswer(System.Text.Encoding.UTF8.GetBytes(OpenApiDocument.Of(Origin).ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true })), ApiText.Type);
}
