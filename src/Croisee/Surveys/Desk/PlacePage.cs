using System.Globalization;
using Croisee.Words;

namespace Croisee.Surveys.Desk;

/// <summary>Some of many places, by name: those whose name holds what was typed, so many at a time.</summary>
/// <param name="Found">How many there are in all.</param>
/// <param name="Asked">What was typed; with <paramref name="Backwards"/>, what the next page asks again.</param>
public sealed record PlacePage(IReadOnlyList<SurveyPlace> Places, int Found, int Number, int Pages, string Asked, bool Backwards)
{
    public static PlacePage Of(IEnumerable<SurveyPlace> all, string? asked, bool backwards, string? number, int perPage)
    {
        asked = asked?.Trim() ?? "";
        var (words, order) = (Localizer.French.CompareInfo, StringComparer.Create(Localizer.French, ignoreCase: true));
        var found = all.Where(p => asked.Length == 0 || words.IndexOf(p.Name, asked, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0).ToList();
        var pages = found.Count == 0 ? 1 : 1 + (found.Count - 1) / perPage;
        var at = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? Math.Clamp(typed, 1, pages) : 1;
        var sorted = backwards ? found.OrderByDescending(p => p.Name, order).ThenByDescending(p => p.Code, StringComparer.Ordinal) : found.OrderBy(p => p.Name, order).ThenBy(p => p.Code, StringComparer.Ordinal);
        return new([.. sorted.Skip((at - 1) * perPage).Take(perPage)], found.Count, at, pages, asked, backwards);
    }

    /// <summary>Another page of the same places.</summary>
    public string Query(int number) => Query(number, Backwards);

    public string Query(int number, bool backwards) =>
        "?" + string.Join('&', new[] { Asked.Length > 0 ? "nom=" + Uri.EscapeDataString(Asked) : null, backwards ? "tri=inverse" : null, $"feuille={number.ToString(CultureInfo.InvariantCulture)}" }.OfType<string>());
}
