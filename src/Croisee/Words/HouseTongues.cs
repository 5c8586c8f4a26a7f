using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Croisee.Words;

/// <summary>A language other than French in which the house says every one of its own sentences to whoever answers.</summary>
/// <param name="IsRead">A native speaker has read them (domain 9.5): until then the page where a team translates says that nobody has.</param>
public sealed record HouseTongue(string Tag, string Own, bool RightToLeft = false, bool IsRead = false)
{
    /// <summary>For pages that no questionnaire stands behind.</summary>
    public Speech Speech => field ??= new Speech(Tag, RightToLeft, sentence => HouseTongues.Said(Tag, sentence));
}

/// <summary>
/// Those languages, one file each (<c>en.json</c>), by the French sentence as in the views. All files hold the same sentences; a questionnaire in any other language brings
/// its own, and may say here otherwise.
/// </summary>
public static class HouseTongues
{
    public static readonly IReadOnlyList<HouseTongue> All = [new("en", "English"), new("ar", "العربية", RightToLeft: true)];

    /// <summary>Its own name, among theirs.</summary>
    public const string French = "Français";

    static readonly FrozenDictionary<string, FrozenDictionary<string, string>> Files = All.ToFrozenDictionary(t => t.Tag, t => Localizer.Load(t.Tag + ".json"), StringComparer.Ordinal);

    /// <summary>Every sentence of the house that somebody who answers may meet, in French; « {0} » stands for a value.</summary>
    public static readonly IReadOnlyList<string> Sentences = [.. Files[All[0].Tag].Keys.Order(StringComparer.Ordinal)];

    /// <summary>Those with values, to read back a sentence that was put together before anybody knew who reads it.</summary>
    internal static readonly IReadOnlyList<Pattern> Patterns = [.. Sentences.Where(s => s.Contains("{0}", StringComparison.Ordinal)).Select(s => new Pattern(s)).Where(p => p.Weight >= Pattern.Telling).OrderByDescending(p => p.Weight)];

    public static HouseTongue? Find(string? tag) => All.FirstOrDefault(t => t.Tag == tag);

    /// <summary>Null where the house does not speak this language, or has no such sentence.</summary>
    public static string? Said(string tag, string sentence) => Files.GetValueOrDefault(tag)?.GetValueOrDefault(sentence);
}

/// <summary>« Choisissez {0} réponses au plus. », with its values in their order.</summary>
sealed partial class Pattern(string sentence)
{
    readonly string[] literals = Value().Split(sentence);

    [GeneratedRegex(@"\{\d\}", RegexOptions.NonBacktracking)] private static partial Regex Value();

    /// <summary>Fewer signs of its own would be found in anything.</summary>
    public const int Telling = 6;

    public string Sentence => sentence;
    /// <summary>What says more of a sentence is tried first.</summary>
    public int Weight => literals.Sum(l => l.Length);

    /// <summary>The values of a sentence that was put together from this one; null when it was not.</summary>
    public string[]? Read(string whole)
    {
        if (!whole.StartsWith(literals[0], StringComparison.Ordinal)) return null;
        var (values, at) = (new List<string>(), literals[0].Length);
        for (var i = 1; i < literals.Length; i++)
        {
            var last = i == literals.Length - 1;
            var next = last ? whole.Length - literals[i].Length : whole.IndexOf(literals[i], at, StringComparison.Ordinal);
            if (next < at || last && !whole.EndsWith(literals[i], StringComparison.Ordinal)) return null;
            values.Add(whole[at..next]);
            at = next + literals[i].Length;
        }
        return [.. values];
    }
}
