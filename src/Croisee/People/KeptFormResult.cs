using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.People;

/// <summary>
/// The session ended while somebody typed (F22), or must prove once more who acts (S31), the network sent too much at once, or the store is away. The answer shows what was written and carries it, so that one click sends it again.
/// </summary>
public sealed class KeptFormResult(string enterAt = "/connexion", string how = "Connectez-vous (nouvel onglet)", string heading = "Votre session s’est terminée. Rien n’est perdu.") : IActionResult
{
    const string Token = "__RequestVerificationToken";

    /// <summary>What a form's field is called on its page, as far as one word says it everywhere; the others show what was written, without a name.</summary>
    static readonly Dictionary<string, string> Names = new()
    {
        ["Title"] = "Titre", ["EasyTitle"] = "Titre facile à lire", ["Summary"] = "Résumé", ["EasySummary"] = "Résumé facile à lire", ["Text"] = "Texte", ["Easy"] = "Texte facile à lire", ["Name"] = "Nom", ["Role"] = "Fonction ou rôle",
        ["Email"] = "Adresse de courriel", ["Phone"] = "Téléphone", ["PublicAddress"] = "Adresse à publier", ["OrganisationName"] = "Nom de la structure", ["Commune"] = "Commune", ["Story"] = "Le constat", ["Goals"] = "Les buts",
        ["When"] = "Quand", ["What"] = "Quoi", ["Who"] = "Qui", ["Reason"] = "La raison", ["Why"] = "Pourquoi", ["DegreeReason"] = "Pourquoi ce degré", ["Resources"] = "Les moyens", ["Partners"] = "Les partenaires", ["Learned"] = "Ce que vous en retenez",
        ["Advice"] = "Un conseil à d’autres", ["Proposal"] = "La parole", ["Decision"] = "La décision", ["Effect"] = "L’effet", ["Note"] = "Note", ["Question"] = "Question", ["Answer"] = "Réponse", ["Code"] = "Code",
    };

    /// <summary>A form longer than this is not carried: whoever floods would have us read it all.</summary>
    const int LongestKept = 256 * 1024;

    public Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        var token = http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http).RequestToken;
        return Write(http, StatusCodes.Status401Unauthorized, token, heading,
            $"""<p>1. <a href="{enterAt}" target="_blank" rel="noopener">{HtmlEncoder.Default.Encode(how)}</a>.</p><p>2. Revenez ici et envoyez de nouveau.</p>""");
    }

    public static bool MayKeep(HttpRequest request) => HttpMethods.IsPost(request.Method) && request.HasFormContentType && request.ContentLength <= LongestKept;

    /// <summary>Too many forms came from this network (429): people in one room. Nobody is known yet at this point, so the form's own token travels on.</summary>
    public static async Task TooMany(HttpContext http) => await Write(http, StatusCodes.Status429TooManyRequests, (await http.Request.ReadFormAsync())[Token].ToString(), "Trop d’envois à la fois. Rien n’est perdu.",
        "<p>Plusieurs personnes utilisent sans doute la même connexion à internet. Attendez quelques minutes, dix au plus. Puis envoyez de nouveau.</p>");

    /// <summary>The store is away (503), also for whoever only reads: then there is nothing to carry, and a link asks again.</summary>
    public static async Task Away(HttpContext http) => await Write(http, StatusCodes.Status503ServiceUnavailable, MayKeep(http.Request) ? (await http.Request.ReadFormAsync())[Token].ToString() : null,
        "Croisée ne peut ni lire ni enregistrer en ce moment. " + (HttpMethods.IsPost(http.Request.Method) ? "Rien n’est perdu." : "Cela ne vient pas de vous."),
        $"<p>Attendez une minute, puis {(HttpMethods.IsPost(http.Request.Method) ? "envoyez de nouveau. S’il y avait un fichier, choisissez-le de nouveau ensuite." : "rechargez la page.")}</p>"
        + (HttpMethods.IsPost(http.Request.Method) && !MayKeep(http.Request) ? "<p>Revenez en arrière dans votre navigateur : votre texte y est.</p>" : "")
        + $"<p>Numéro à donner si vous nous écrivez : <code>{HtmlEncoder.Default.Encode(Ui.ErrorNumber.Of(http))}</code></p>");

    static async Task Write(HttpContext http, int status, string? token, string heading, string steps)
    {
        var fields = MayKeep(http.Request) || (status == StatusCodes.Status401Unauthorized && http.Request.HasFormContentType) ? (await http.Request.ReadFormAsync()).Where(f => f.Key != Token).SelectMany(f => f.Value, (f, v) => (f.Key, Value: v ?? "")).ToList() : [];
        var html = HtmlEncoder.Default;
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        var back = html.Encode(http.Request.Path + http.Request.QueryString);
        var written = fields.Where(f => IsWritten(f.Key, f.Value)).ToList();
        var again = token is null ? $"""<p><a class="btn" href="{back}">Réessayer</a></p>""" : $"""
            <form method="post" action="{back}"><input type="hidden" name="__RequestVerificationToken" value="{html.Encode(token)}">
            {string.Concat(fields.Select(f => $"<input type=\"hidden\" name=\"{html.Encode(f.Key)}\" value=\"{html.Encode(f.Value)}\">"))}
            <button class="btn">Envoyer de nouveau</button></form>
            """;
        await http.Response.WriteAsync($"""
            <!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{heading.Split('.')[0]} - Croisée</title><link rel="stylesheet" href="/css/croisee.css"></head>
            <body><main class="wrap" id="contenu"><h1>{heading}</h1>
            {steps}
            {again}
            {(written.Count == 0 ? "" : $"<h2>Ce que vous aviez écrit</h2><dl>{string.Concat(written.Select(f => $"<dt>{html.Encode(NameOf(f.Key))}</dt><dd>{html.Encode(f.Value)}</dd>"))}</dl>")}</main></body></html>
            """);
    }

    /// <summary>Only what a person typed: choices travel as codes, and what the form says for itself (version, fingerprint, button) has no « Form. » before it.</summary>
    static bool IsWritten(string key, string value) =>
        key.StartsWith("Form.", StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(value) && value is not ("true" or "false" or "oui" or "non") && !Guid.TryParse(value, out _) && !value.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c is '_');

    static string NameOf(string key) => Names.GetValueOrDefault(key.Split('.')[^1].Split('[')[0], "Votre réponse");
}
