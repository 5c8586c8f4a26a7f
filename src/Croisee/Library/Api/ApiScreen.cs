using Croisee.Data;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Library.Api;

/// <summary>An address of the read API: no form, no cookie, the same for everyone. A parameter it does not know is refused rather than passed over.</summary>
public abstract class ApiScreen(Settings settings) : Screen
{
    public const string Root = "/api/v1";

    /// <summary>Whether a program asked: it is told in its own way whatever goes wrong, also where the interface has no address.</summary>
    public static bool IsAsked(string? path) => new PathString(path).StartsWithSegments("/api");

    protected string Origin => settings.Origin;
    protected virtual IReadOnlyCollection<string> Known => [];

    public override Task<IActionResult?> Prepare()
    {
        if (!HttpMethods.IsGet(Request.Method) && !HttpMethods.IsHead(Request.Method))
        {
            Response.Headers.Allow = "GET, HEAD";
            return Task.FromResult<IActionResult?>(ApiProblem.Method.Answer(Origin));
        }
        var unknown = Request.Query.Keys.FirstOrDefault(k => !Known.Contains(k));
        if (unknown is null) return Task.FromResult<IActionResult?>(null);
        var known = Known.Count == 0 ? "Cette adresse n’en prend aucun." : $"Ceux qui existent : {string.Join(", ", Known)}.";
        return Task.FromResult<IActionResult?>(ApiProblem.Parameter($"« {Shown(unknown)} » n’est pas un paramètre. {known}").Answer(Origin));
    }

    /// <summary>What was given, short and without signs that a terminal would obey.</summary>
    protected static string Shown(string given)
    {
        var shown = string.Concat(given.Take(60).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c));
        return given.Length > 60 ? shown + "…" : shown;
    }
}
