using Microsoft.AspNetCore.Mvc;

namespace Croisee.People;

/// <summary>A session left open must not be enough for what cannot be undone or gives everything: who acts proves it again (S31).</summary>
public static class FreshSignIn
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    /// <summary>Proved less than ten minutes ago. In demonstration nothing can be proved again, so coming in is enough.</summary>
    public static bool IsFresh(this Visitor visitor, DateTime now) => visitor.EnteredByDemo || visitor.ProvedAt > now - Life;

    /// <summary>Where to prove it: the second factor where there is one, else a new code by mail; then back to <paramref name="back"/>.</summary>
    public static string ProofPath(this Visitor visitor, string back) => (visitor.HasSecondFactor ? "/connexion/second-facteur" : "/connexion") + "?retour=" + Uri.EscapeDataString(back);

    /// <summary>Where to pass the second factor, or to set it up first; then back to <paramref name="back"/>.</summary>
    public static string SecondFactorPath(this Visitor visitor, string back) => (visitor.HasSecondFactor ? "/connexion/second-facteur" : "/compte/second-facteur") + "?retour=" + Uri.EscapeDataString(back);

    /// <summary>The same for a page where one writes: asked for, it comes back after the proof; sent, what was written is kept and shown, to be sent again.</summary>
    public static IActionResult? AskProof(this Visitor visitor, DateTime now, HttpRequest request)
    {
        var proof = visitor.AskProof(now, request.Path + request.QueryString);
        return proof is not null && HttpMethods.IsPost(request.Method) && request.HasFormContentType
            ? new KeptFormResult(visitor.ProofPath(request.Path + request.QueryString), "Prouvez-le (nouvel onglet)", "Prouvez encore une fois que c’est vous. Rien n’est perdu.") : proof;
    }

    /// <summary>Null when fresh, else the redirect of a Prepare.</summary>
    public static IActionResult? AskProof(this Visitor visitor, DateTime now, string back) => visitor.IsFresh(now) ? null : new RedirectResult(visitor.ProofPath(back));
}
