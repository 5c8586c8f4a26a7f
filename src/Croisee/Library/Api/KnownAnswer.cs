using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Library.Api;

/// <summary>
/// An answer of a read interface with its fingerprint: whoever still has the same gets 304 and no body. Always asked again (no-cache), because what is
/// withdrawn must be gone everywhere at once; readable from pages of other origins, since it is the same for everyone.
/// </summary>
sealed class KnownAnswer(byte[] body, string mediaType) : ActionResult
{
    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        // Weak: the same words, whatever the compression.
        var tag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(body))[..32]}\"";
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers.Link = $"<{Sheet.LicenceAddress}>; rel=\"license\"";
        if (IsKnown(request.Headers.IfNoneMatch.ToString(), tag)) { response.StatusCode = StatusCodes.Status304NotModified; return; }
        response.ContentType = mediaType;
        if (HttpMethods.IsHead(request.Method)) { response.ContentLength = body.Length; return; }
        await response.Body.WriteAsync(body, context.HttpContext.RequestAborted);
    }

    /// <summary>Weak comparison of RFC 9110.</summary>
    static bool IsKnown(string given, string tag) => given.Split(',', StringSplitOptions.TrimEntries).Any(t => t == "*" || Bare(t) == Bare(tag));

    static string Bare(string tag) => tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag;
}

/// <summary>What went wrong, for a program and for whoever wrote it (RFC 9457), titled in French and in English.</summary>
/// <param name="Code">End of the address of its kind, explained on the page of the interface.</param>
sealed record ApiProblem(int Status, string Code, string Title, string English, string Detail)
{
    public static ApiProblem Parameter(string detail) => new(400, "parametre", "Paramètre non compris", "Parameter not understood", detail);
    public static readonly ApiProblem Absent = new(404, "absent", "Rien à cette adresse", "Nothing at this address", "Aucune fiche publiée ni liste de codes n’a ce nom.");
    public static ApiProblem Gone(string title, string day, bool takenDown) => new(410, "retiree", "Fiche retirée", "Withdrawn sheet", $"« {title} » a été retirée par {(takenDown ? "l’organisme" : "ses auteurs")} le {day}. Effacez vos copies.");

    public static readonly ApiProblem Nowhere = Absent with { Detail = "L’interface n’a pas cette adresse. Sa page dit lesquelles elle a, avec des exemples." };
    public static readonly ApiProblem Method = new(405, "methode", "Lecture seule", "Read only", "Cette interface se lit : elle ne connaît que GET et HEAD.");

    /// <summary>What stopped an address of the interface before it could answer by itself, as the page of errors says it.</summary>
    public static ApiProblem Of(int status, string title, string detail) => status switch
    {
        404 => Nowhere,
        405 => Method,
        429 => new(status, "trop", title, "Too many requests", detail),
        >= 500 => new(status, "panne", title, "Something failed on our side", detail),
        _ => new(status, "demande", title, "Request not understood", detail),
    };

    /// <param name="asked">The address that went wrong, where it is not the one that answers.</param>
    public IActionResult Answer(string origin, string? asked = null) => new ProblemAnswer(this, origin, asked);

    sealed class ProblemAnswer(ApiProblem problem, string origin, string? asked) : ActionResult
    {
        public override async Task ExecuteResultAsync(ActionContext context)
        {
            var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
            (response.StatusCode, response.ContentType) = (problem.Status, "application/problem+json; charset=utf-8");
            response.Headers.AccessControlAllowOrigin = "*";
            response.Headers.CacheControl = "no-store";
            var body = ApiText.Of(json =>
            {
                json.WriteStartObject();
                json.WriteString("type", $"{origin}{OpenData.OpenDataFacts.ApiPath}#erreur-{problem.Code}");
                json.WriteString("title", problem.Title);
                json.WriteString("title_en", problem.English);
                json.WriteNumber("status", problem.Status);
                json.WriteString("detail", problem.Detail);
                json.WriteString("instance", asked ?? request.Path.Value);
                json.WriteEndObject();
            });
            response.ContentLength = body.Length;
            if (!HttpMethods.IsHead(request.Method)) await response.Body.WriteAsync(body, context.HttpContext.RequestAborted);
        }
    }
}
