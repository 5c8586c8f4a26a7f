using System.Text.Encodings.Web;
using Croisee.Words;
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

    /// <summary>
    /// A form longer than this is not carried: whoever floods would have us read it all, and write it twice. What was typed is then one page back, where browsers keep it.
    /// Where the network or the store is short (429, 503) less is read than where one person must only come in again (401).
    /// </summary>
    const int LongestKept = 256 * 1024, LongestCarried = 1024 * 1024;
    /// <summary>Signs written at a time: the answer is several times the form, and is never held whole.</summary>
    const int Piece = 8 * 1024;
    const string OnePageBack = "Revenez en arrière dans votre navigateur : votre texte y est.";

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        var form = http.Request.HasFormContentType && http.Request.ContentLength <= LongestCarried ? await http.Request.ReadFormAsync(http.RequestAborted) : null;
        // Any site may have sent it: only what a page of ours gave to this browser gets a token to go on with, or one click would do what a stranger wrote (S25).
        var token = form is not null && FormToken.Pairs(http, form[Token]) ? http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http).RequestToken : null;
        var then = form is null ? $"<p>2. {OnePageBack}</p><p>3. Envoyez de nouveau.</p>"
            : token is null ? "<p>2. Ouvrez de nouveau la page. Ce que vous aviez écrit est plus bas : vous pouvez le copier.</p>"
            : "<p>2. Revenez ici et envoyez de nouveau.</p>";
        await Write(http, StatusCodes.Status401Unauthorized, form, token, heading,
            $"""<p>1. <a href="{enterAt}" target="_blank" rel="noopener">{HtmlEncoder.Default.Encode(how)}</a>.</p>{then}""");
    }

    public static bool MayKeep(HttpRequest request) => HttpMethods.IsPost(request.Method) && request.HasFormContentType && request.ContentLength <= LongestKept;

    /// <summary>Too many forms came from this network (429): people in one room. Nobody is known yet at this point, so the form's own token travels on.</summary>
    public static async Task TooMany(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        await Write(http, StatusCodes.Status429TooManyRequests, form, form[Token].ToString(), Said(http, "Trop d’envois à la fois. Rien n’est perdu."),
            $"<p>{Said(http, "Plusieurs personnes utilisent sans doute la même connexion à internet. Attendez quelques minutes, dix au plus. Puis envoyez de nouveau.")}</p>");
    }

    /// <summary>The store is away (503), also for whoever only reads: then there is nothing to carry, and a link asks again.</summary>
    public static async Task Away(HttpContext http)
    {
        var (form, sent) = (MayKeep(http.Request) ? await http.Request.ReadFormAsync() : null, HttpMethods.IsPost(http.Request.Method));
        await Write(http, StatusCodes.Status503ServiceUnavailable, form, form?[Token].ToString(),
            Said(http, "Croisée ne peut ni lire ni enregistrer en ce moment.") + " " + Said(http, sent ? "Rien n’est perdu." : "Cela ne vient pas de vous."),
            $"<p>{Said(http, sent ? "Attendez une minute, puis envoyez de nouveau. S’il y avait un fichier, choisissez-le de nouveau ensuite." : "Attendez une minute, puis rechargez la page.")}</p>"
            + (sent && form is null ? $"<p>{Said(http, OnePageBack)}</p>" : "")
            + $"<p>{Said(http, "Numéro à donner si vous nous écrivez :")} <code>{HtmlEncoder.Default.Encode(Ui.ErrorNumber.Of(http))}</code></p>");
    }

    /// <summary>Of whoever answers in another language; the network's bar stands before any page that would have said which.</summary>
    static Speech? SpeechOf(HttpContext http) => Speech.Of(http) ?? (http.Request.Path.StartsWithSegments("/repondre") ? HouseTongues.Find(http.Request.Query["langue"])?.Speech : null);

    static string Said(HttpContext http, string sentence) => SpeechOf(http)?.Say(sentence) is { } other ? HtmlEncoder.Default.Encode(other) : sentence;

    static async Task Write(HttpContext http, int status, IFormCollection? form, string? token, string heading, string steps)
    {
        var fields = form is null ? [] : form.Where(f => f.Key != Token).SelectMany(f => f.Value, (f, v) => (f.Key, Value: v ?? "")).ToList();
        var (response, html) = (http.Response, HtmlEncoder.Default);
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        // One slash alone: two would lead to another site.
        var back = html.Encode("/" + (http.Request.Path + http.Request.QueryString).TrimStart('/'));
        await response.WriteAsync($"""
            <!doctype html><html lang="{SpeechOf(http)?.Tag ?? "fr"}" dir="{(SpeechOf(http)?.RightToLeft is true ? "rtl" : "ltr")}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{heading.Split('.')[0]} - Croisée</title><link rel="stylesheet" href="/css/croisee.css"></head>
            <body><main class="wrap" id="contenu"><h1>{heading}</h1>
            {steps}

            """);
        if (token is null) await response.WriteAsync($"""<p><a class="btn" href="{back}">{Said(http, "Réessayer")}</a></p>""");
        else
        {
            await response.WriteAsync($"""<form method="post" action="{back}"><input type="hidden" name="{Token}" value="{html.Encode(token)}">""");
            foreach (var (name, value) in fields)
            {
                await response.WriteAsync($"<input type=\"hidden\" name=\"{html.Encode(name)}\" value=\"");
                await Encoded(response, value);
                await response.WriteAsync("\">");
            }
            await response.WriteAsync($"<button class=\"btn\">{Said(http, "Envoyer de nouveau")}</button></form>");
        }
        var written = fields.Where(f => IsWritten(f.Key, f.Value)).ToList();
        if (written.Count > 0) await response.WriteAsync($"<h2>{Said(http, "Ce que vous aviez écrit")}</h2><dl>");
        foreach (var (name, value) in written)
        {
            await response.WriteAsync($"<dt>{Said(http, NameOf(name))}</dt><dd>");
            await Encoded(response, value);
            await response.WriteAsync("</dd>");
        }
        await response.WriteAsync(written.Count > 0 ? "</dl></main></body></html>" : "</main></body></html>");
    }

    static async Task Encoded(HttpResponse response, string value)
    {
        for (int at = 0, length; at < value.Length; at += length)
        {
            length = Math.Min(Piece, value.Length - at);
            // A sign of two halves is not cut in the middle.
            if (at + length < value.Length && char.IsHighSurrogate(value[at + length - 1])) length++;
            await response.WriteAsync(HtmlEncoder.Default.Encode(value.Substring(at, length)));
        }
    }

    /// <summary>Only what a person typed: choices travel as codes, and what the form says for itself (version, fingerprint, button) has no « Form. » before it.</summary>
    static bool IsWritten(string key, string value) =>
        key.StartsWith("Form.", StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(value) && value is not ("true" or "false" or "oui" or "non") && !Guid.TryParse(value, out _) && !value.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c is '_');

    static string NameOf(string key) => Names.GetValueOrDefault(key.Split('.')[^1].Split('[')[0], "Votre réponse");
}
