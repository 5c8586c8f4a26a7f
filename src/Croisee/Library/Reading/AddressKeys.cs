namespace Croisee.Library.Reading;

/// <summary>
/// The names in an address of the library. One that a page does not know may be a choice misspelt, and whoever asked for a part would be given everything:
/// it is told, with those that exist. What was hung on the link by others, or holds for every page, is passed over.
/// </summary>
static class AddressKeys
{
    const int Named = 3, Shown = 40;

    /// <summary>The way of reading and the language are chosen on any page.</summary>
    static readonly HashSet<string> OfEveryPage = new([Croisee.Words.Reading.Query, "langue"], StringComparer.OrdinalIgnoreCase);

    /// <summary>What a letter or a network hangs on a link to count who follows it: it chooses nothing here, and nothing keeps it.</summary>
    static readonly HashSet<string> Tracking = new(["fbclid", "gclid", "gbraid", "wbraid", "dclid", "gad_source", "gad_campaignid", "msclkid", "yclid", "twclid", "ttclid", "li_fat_id", "igshid", "igsh", "mc_cid", "mc_eid", "_ga", "_gl", "_hsenc", "_hsmi", "xtor", "srsltid"], StringComparer.OrdinalIgnoreCase);
    static readonly string[] TrackingBeginnings = ["utm_", "mtm_", "pk_", "at_"];

    static bool IsPassedOver(string key) => key.Length == 0 || OfEveryPage.Contains(key) || Tracking.Contains(key) || TrackingBeginnings.Any(b => key.StartsWith(b, StringComparison.OrdinalIgnoreCase));

    public static IReadOnlyList<string> Unknown(IEnumerable<string> asked, IEnumerable<string> known) => [.. asked.Where(k => !IsPassedOver(k)).Except(known, StringComparer.OrdinalIgnoreCase)];

    /// <summary>In one sentence; null when every name is known.</summary>
    public static string? Fault(IEnumerable<string> asked, IReadOnlyCollection<string> known)
    {
        if (Unknown(asked, known) is not { Count: > 0 } unknown) return null;
        var named = string.Join(", ", unknown.Take(Named).Select(k => $"« {Short(k)} »")) + (unknown.Count > Named ? "…" : "");
        return $"{(unknown.Count == 1 ? $"Dans l’adresse, le mot {named} ne choisit rien ici." : $"Dans l’adresse, les mots {named} ne choisissent rien ici.")} {(known.Count == 1 ? "Le seul qui existe" : "Ceux qui existent")} : {string.Join(", ", known)}.";
    }

    /// <summary>What was given, without signs that a terminal would obey.</summary>
    static string Short(string key)
    {
        var shown = string.Concat(key.Take(Shown).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c));
        return key.Length > Shown ? shown + "…" : shown;
    }
}
