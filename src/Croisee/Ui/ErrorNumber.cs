using System.Diagnostics;

namespace Croisee.Ui;

/// <summary>What a person can give who writes to us about a fault: the page shows it and the log has it (S39).</summary>
public static class ErrorNumber
{
    public static string Of(HttpContext http) => Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;

    /// <summary>Which page it was. Never the address itself: it may bear a code or a reference.</summary>
    public static string PageOf(Endpoint? endpoint) => (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "?";
}
