using Croisee.Framework;
using Xunit;

namespace Croisee.Tests.House;

/// <summary>What people read passes through the localizer; what it holds is still said somewhere; the listed journeys are easy to read.</summary>
[Trait("kind", "pure")]
public sealed class WordsTest
{
    /// <summary>Attributes that people read, whatever the tag.</summary>
    static readonly HashSet<string> Read = ["title", "alt", "aria-label", "placeholder", "aria-description", "summary"];
    /// <summary>The name of the product, signs, units and the names of formats are the same in every mode.</summary>
    static readonly HashSet<string> Kept = ["Croisée", "Markdown", "CSV", "JSON", "PDF", "QR", "FINESS", "RSS", "Atom", "Ko", "Mo", "%", "h", "min", "n°", "N°"];

    [Fact]
    public void Says_nothing_outside_the_localizer()
    {
        var bare = Repo.Views.SelectMany(v => ViewText.Of(v.Text).Where(p => IsRead(p) && !IsKept(p.Text)).Select(p => $"{v.Path}:{p.Line} <{p.Tag}{(p.Attribute is null ? "" : " " + p.Attribute)}> {Short(p.Text)}"));
        Repo.None(bare, "Write @L[\"…\"] (or the label and hint of our tag helpers), so that the easy-read mode can say it otherwise:");
    }

    [Fact]
    public void Keeps_no_dead_twin()
    {
        var sources = Repo.Product.Select(f => Sentences.Flat(f.Text)).Concat(Repo.Files("src/Croisee", "*.json").Where(p => !p.StartsWith("src/Croisee/Words/", StringComparison.Ordinal) && !p.Contains("package", StringComparison.Ordinal)).Select(p => Sentences.Flat(Repo.Read(p)))).ToList();
        Repo.None(Sentences.Easy.Keys.Where(k => !sources.Any(s => s.Contains(k, StringComparison.Ordinal))), $"No view says these sentences of {Sentences.EasyFile} any more. Follow the change of the view, or delete the line:");
    }

    [Fact]
    public void Makes_each_twin_differ_and_stay_easy()
    {
        var wrong = Sentences.Easy.SelectMany(t => t.Value == t.Key ? [$"{Short(t.Key)}: the twin is the sentence itself"] : Faults(t.Value).Select(f => $"{Short(t.Value)}: {f}"));
        Repo.None(wrong, $"A line of {Sentences.EasyFile} holds only what differs, and easy words:");
    }

    static bool IsRead(TextPiece p) => p.Attribute is null || Read.Contains(p.Attribute) && !(Sentences.OurTags.Contains(p.Tag) && Sentences.Localized.Contains(p.Attribute));

    /// <summary>Signs, numbers, entities and the short list above are no sentences.</summary>
    static bool IsKept(string text) =>
        System.Net.WebUtility.HtmlDecode(text).Split((char[])[' ', '\n', '\r', '\t', '\u00a0', '\u202f', '(', ')', ',', '.', ':', ';', '·', '/', '-', '–', '«', '»'], StringSplitOptions.RemoveEmptyEntries)
            .All(w => !w.Any(char.IsLetter) || Kept.Contains(w));

    /// <summary>What the framework's own check of easy labels finds, sentence by sentence; « {0} » stands for a value.</summary>
    internal static IEnumerable<string> Faults(string text) =>
        text.Split(['.', '!', '?', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(s => s.Trim()).Where(s => s.Any(char.IsLetter))
            .Select(s => EasyLabel.Fault(s.Replace("FALC", "facile", StringComparison.Ordinal).Replace("QR", "code", StringComparison.Ordinal))).OfType<string>().Distinct();

    internal static string Short(string text) => text.Length > 90 ? text[..90].ReplaceLineEndings(" ") + "…" : text.ReplaceLineEndings(" ");
}
