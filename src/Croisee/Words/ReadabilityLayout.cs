using System.Globalization;
using System.Text.RegularExpressions;

namespace Croisee.Words;

/// <summary>An idea as it stands on a page, and the pictures beside it.</summary>
public sealed record EasyIdea(string Text, IReadOnlyList<string> Pictures);

/// <summary>A page: its ideas, and what is written at its foot.</summary>
public sealed record EasyPage(IReadOnlyList<EasyIdea> Ideas, string? Foot);

/// <summary>
/// An easy-read document as it is laid out: what can be checked of it that is no matter of words (domain 9.1): one picture for an idea, the same picture
/// for the same idea, pages numbered « 1 sur 4 ». That a picture is adult and right is for people to say.
/// </summary>
public sealed partial record EasyLayout(IReadOnlyList<EasyPage> Pages)
{
    /// <summary>Words this long carry meaning; their beginning is the same in « école » and « écoles ».</summary>
    const int WordLeast = 4, StemLength = 5;
    static readonly HashSet<string> Empty = ["cette", "dans", "leur", "leurs", "tous", "tout", "toute", "avec", "aussi", "pour", "elle", "elles", "nous", "vous", "chaque", "beaucoup", "sont", "font", "plus", "mais", "donc", "chez", "entre", "votre", "notre", "autre", "autres", "monde", "meme", "tres"];

    public IEnumerable<EasyIdea> Ideas => Pages.SelectMany(p => p.Ideas);
    public int Pictured => Ideas.Count(i => i.Pictures.Count == 1);

    public static string FootOf(int page, int pages) => string.Create(CultureInfo.InvariantCulture, $"Page {page} sur {pages}");

    public IReadOnlyList<EasyRemark> Remarks() => [.. Alone(), .. Shared(), .. Twice(), .. Numbers()];

    IEnumerable<EasyRemark> Alone()
    {
        foreach (var idea in Ideas)
            if (idea.Pictures.Count == 0) yield return new(EasyCheck.Picture, idea.Text, "Cette phrase n’a pas d’image. Parlez d’une chose que l’on peut montrer.");
            else if (idea.Pictures.Count > 1) yield return new(EasyCheck.Picture, idea.Text, "Gardez une seule image pour cette idée.");
    }

    IEnumerable<EasyRemark> Shared()
    {
        foreach (var group in Ideas.Where(i => i.Pictures.Count == 1).GroupBy(i => i.Pictures[0]))
            if (group.FirstOrDefault(i => !SameIdea(group.Key, group.First().Text, i.Text)) is { } other)
                yield return new(EasyCheck.Picture, other.Text, $"La même image montre déjà une autre idée : « {group.First().Text} ».");
    }

    IEnumerable<EasyRemark> Twice()
    {
        foreach (var group in Ideas.Where(i => i.Pictures.Count == 1).GroupBy(i => string.Join(' ', EasyCut.Words(i.Text).Select(w => w.Folded))))
            if (group.Select(i => i.Pictures[0]).Distinct().Count() > 1) yield return new(EasyCheck.Picture, group.First().Text, "Gardez la même image pour la même idée.");
    }

    IEnumerable<EasyRemark> Numbers()
    {
        for (var i = 0; i < Pages.Count; i++)
            if (!(Number().Match(Pages[i].Foot ?? "") is { Success: true } m && m.Groups[1].Value == (i + 1).ToString(CultureInfo.InvariantCulture) && m.Groups[2].Value == Pages.Count.ToString(CultureInfo.InvariantCulture)))
                yield return new(EasyCheck.PageNumber, Pages[i].Foot is { Length: > 0 } foot ? foot : $"page {i + 1}", $"Écrivez en bas de la page : « {FootOf(i + 1, Pages.Count)} ».");
    }

    static bool SameIdea(string picture, string one, string other) =>
        (Pictograms.Shows(picture, one) && Pictograms.Shows(picture, other)) || Stems(one).Overlaps(Stems(other));

    static HashSet<string> Stems(string line) =>
        EasyCut.Words(line).Where(w => w.Folded.Length >= WordLeast && !Empty.Contains(w.Folded)).Select(w => w.Folded[..Math.Min(StemLength, w.Folded.Length)].TrimEnd('s')).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\b(\d{1,4}) sur (\d{1,4})$", RegexOptions.NonBacktracking)] private static partial Regex Number();
}
