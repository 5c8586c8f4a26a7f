using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.People;

/// <summary>
/// The session ended while somebody typed (F22). The answer shows what was written and carries it, so that one click sends it again after signing in in another tab.
/// </summary>
public sealed class KeptFormResult(string enterAt = "/connexion", string how = "Connectez-vous (nouvel onglet)") : IActionResult
{
    static readonly HashSet<string> Hidden = ["__RequestVerificationToken"];

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        var fields = http.Request.HasFormContentType ? (await http.Request.ReadFormAsync()).Where(f => !Hidden.Contains(f.Key)).SelectMany(f => f.Value, (f, v) => (f.Key, Value: v ?? "")).ToList() : [];
        var html = HtmlEncoder.Default;
        var token = http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http).RequestToken;
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        var back = html.Encode(http.Request.Path + http.Request.QueryString);
        await http.Response.WriteAsync($"""
            <!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Votre session s’est terminée - Croisée</title><link rel="stylesheet" href="/css/croisee.css"></head>
            <body><main class="wrap" id="contenu"><h1>Votre session s’est terminée. Rien n’est perdu.</h1>
            <p>1. <a href="{enterAt}" target="_blank" rel="noopener">{html.Encode(how)}</a>.</p><p>2. Revenez ici et envoyez de nouveau.</p>
            <form method="post" action="{back}"><input type="hidden" name="__RequestVerificationToken" value="{html.Encode(token ?? "")}">
            {string.Concat(fields.Select(f => $"<input type=\"hidden\" name=\"{html.Encode(f.Key)}\" value=\"{html.Encode(f.Value)}\">"))}
            <button class="btn">Envoyer de nouveau</button></form>
            <h2>Ce que vous aviez écrit</h2><dl>{string.Concat(fields.Where(f => f.Value.Length > 0).Select(f => $"<dt>{html.Encode(f.Key.Split('.')[^1])}</dt><dd>{html.Encode(f.Value)}</dd>"))}</dl></main></body></html>
            """);
    }
}
