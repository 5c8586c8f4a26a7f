namespace Croisee.Surveys.Exchange;

/// <summary>
/// Names that our XLSForm files use beside the standard's. Easy-read and proxy wordings travel as languages (private subtags of BCP 47), so that any tool can show them;
/// what no tool but this house knows has columns of its own, which others leave alone.
/// </summary>
static class XlsFormNames
{
    public const string French = "fr", Easy = "fr-x-facile", Proxy = "fr-x-proche";
    public const string About = "croisee_about", Thanks = "croisee_thanks", Title = "croisee_title";
    public const string Author = "croisee_author", Source = "croisee_source", Licence = "croisee_licence";
    public const string Kind = "croisee_kind", Sensitive = "croisee_sensitive", Describes = "croisee_describes", Picture = "croisee_picture", Audio = "croisee_audio", Silent = "croisee_silent";
    public const string Part = "partie_", ScaleList = "echelle_", AnswerList = "reponses_";

    static readonly Dictionary<string, string> Older = new(StringComparer.OrdinalIgnoreCase) { ["relevance"] = "relevant", ["caption"] = "label", ["calculate"] = "calculation" };

    /// <summary>The standard's own name of a column that an older form names otherwise: <c>relevance</c>, <c>bind::required</c>, <c>caption::English</c>.</summary>
    public static string Canonical(string head)
    {
        var name = head.StartsWith("bind:", StringComparison.OrdinalIgnoreCase) && head[5..].TrimStart(':').Trim() is var bound && bound.ToLowerInvariant() is "relevant" or "required" or "constraint" ? bound : head;
        var at = name.IndexOf(':');
        return Older.TryGetValue((at < 0 ? name : name[..at]).Trim(), out var now) ? now + (at < 0 ? "" : name[at..]) : name;
    }

    public static string Column(string field, string tag, string name) => $"{field}::{name} ({tag})";

    public static string NameOf(string tag, string? told = null) => tag switch { French => "Français", Easy => "Facile à lire", Proxy => "À la place d’un proche", _ => Clean(told ?? LssBook.Named(tag)) };

    /// <summary>What a column's head cannot hold without being read otherwise.</summary>
    static string Clean(string name) => name.Replace('(', ' ').Replace(')', ' ').Replace(':', ' ').Trim() is { Length: > 0 } clean ? clean : "Langue";
}
