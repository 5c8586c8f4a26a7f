using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.People;

/// <summary>
/// The session ended while somebody typed (F22). The answer shows what was written and carries it, so that one click sends it again after signing in in another tab.
/// </summary>
public sealed class KeptFormResult(string enterAt = "/connexion", string how = "Connectez-vous (nouvel onglet)") : IActionResult
{
    const string Token = "__RequestVerificationToken";

    /// <summary>What a form's field is called on its page, as far as one word says it everywhere; the others show what was written, without a name.</summary>
    static readonly Dictionary<string, string> Names = new()
    {
        ["Title"] = "Titre", ["EasyTitle"] = "Titre facile à lire", ["Summary"] = "Résumé", ["EasySummary"] = "Résumé facile à lire", ["Text"] = "Texte", ["Easy"] = "Texte facile à lire", ["Name"] = "Nom", ["Role"] = "Fonction ou rôle",
        ["Email"] = "Adresse de courriel", ["Phone"] = "Téléphone", ["PublicAddress"] = "Adresse à publier", ["OrganisationName"] = "Nom de la structure", ["Commune"] = "Commune", ["Story"] = "Le constat", ["Goals"] = "Les buts",
        ["When"] = "Quand", ["What"] = "Quoi", ["Who"] = "Qui", ["Reason"] = "La raison", ["Why"] = "Pourquoi", ["DegreeReason"] = "Pourquoi ce degré", ["Resources"] = "Les moyens", ["Partners"] = "Les partenaires", ["Learned"] = "Ce que vous en retenez",
        ["Advice"] = "Un conseil à d’autres", ["Proposal"] = "La parole", ["Decision"] = "La décision", ["Effect"] = "L’effet", ["Note"] = "Note", ["Question"] = "Question", ["Answer"] = "Réponse",
    };

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        var fields = http.Request.HasFormContentType ? (await http.Request.ReadFormAsync()).Where(f => f.Key != Token).SelectMany(f => f.Value, (f, v) => (f.Key, Value: v ?? "")).ToList() : [];
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
            <h2>Ce que vous aviez écrit</h2><dl>{string.Concat(fields.Where(f => IsWritten(f.Key, f.Value)).Select(f => $"<dt>{html.Encode(NameOf(f.Key))}</dt><dd>{html.Encode(f.Value)}</dd>"))}</dl></main></body></html>
            """);
    }

    /// <summary>Only what a person typed: choices travel as codes, and what the form says for itself (version, fingerprint, button) has no « Form. » before it.</summary>
    static bool IsWritten(string key, string value) =>
        key.StartsWith("Form.", StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(value) && value is not ("true" or "false" or "oui" or "non") && !Guid.TryParse(value, out _) && !value.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c is '_');

    static string NameOf(string key) => Names.GetValueOrDefault(key.Split('.')[^1].Split('[')[0], "Votre réponse");
}
