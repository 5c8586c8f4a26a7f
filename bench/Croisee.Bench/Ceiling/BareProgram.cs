using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;

namespace Croisee.Bench.Ceiling;

/// <summary>
/// The bare program that every figure is a ratio to (quality.md D.2): the same framework, the same database, the same
/// conversation, the same durability, and none of the product. It must stay as fast as we know how to make it:
/// a slow ceiling would flatter us.
/// </summary>
public static class BareProgram
{
    public const string DatabaseName = "ceiling.db";

    public static async Task RunAsync(int port, string folder, TimeSpan delay, bool acknowledgeEarly)
    {
        Directory.CreateDirectory(folder);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(folder, "keys")));
        builder.Services.AddAntiforgery();
        await using var app = builder.Build();

        var file = Path.Combine(folder, DatabaseName);
        using var writer = new GroupedWriter(file, delay, acknowledgeEarly);
        using var rows = new RowsPage(file);
        using var search = new SearchPage(file);
        var survey = new SurveyPage();
        var antiforgery = app.Services.GetRequiredService<IAntiforgery>();

        // Terminal middleware: a path compared, no routing table in between.
        app.Run(http => (http.Request.Path.Value, http.Request.Method) switch
        {
            ("/", "GET") => http.Response.WriteAsync("ok"),
            ("/rows", "GET") => rows.WriteAsync(http.Response),
            ("/search", "GET") => search.WriteAsync(http.Response, http.Request.Query["q"].ToString()),
            ("/survey", "GET") => survey.WriteAsync(http.Response, antiforgery.GetAndStoreTokens(http).RequestToken!),
            ("/survey", "POST") => SubmitAsync(http, antiforgery, writer),
            _ => RefuseAsync(http, StatusCodes.Status404NotFound),
        });
        await app.RunAsync();
    }

    private static async Task SubmitAsync(HttpContext http, IAntiforgery antiforgery, GroupedWriter writer)
    {
        if (!await antiforgery.IsRequestValidAsync(http)) { await RefuseAsync(http, StatusCodes.Status400BadRequest); return; }
        var form = await http.Request.ReadFormAsync();
        if (!SurveyPage.TryRead(form, out var choices, out var text)) { await RefuseAsync(http, StatusCodes.Status400BadRequest); return; }
        var key = RandomNumberGenerator.GetBytes(16);
        if (!await writer.StoreAsync(key, choices, text)) { await RefuseAsync(http, StatusCodes.Status503ServiceUnavailable); return; }

        var page = Encoding.UTF8.GetBytes($"<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>Merci</title></head><body><main><h1>Merci</h1><p>Reçu : {Convert.ToHexStringLower(key)}</p></main></body></html>");
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.ContentLength = page.Length;
        await http.Response.BodyWriter.WriteAsync(page);
    }

    private static Task RefuseAsync(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        http.Response.ContentLength = 0;
        return Task.CompletedTask;
    }
}
