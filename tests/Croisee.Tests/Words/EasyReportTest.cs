using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Croisee.Words;
using Xunit;

namespace Croisee.Tests.Words;

/// <summary>The easy-read report against texts labelled by hand before the checks were written (<c>Words/Readability</c>).</summary>
[Trait("kind", "pure")]
public sealed class EasyReportTest(ITestOutputHelper output)
{
    private static readonly Dictionary<string, EasyCheck> Labels = new(StringComparer.Ordinal)
    {
        ["PHRASE"] = EasyCheck.OneSentence, ["LONG"] = EasyCheck.Length, ["IDEE"] = EasyCheck.OneIdea, ["ORDRE"] = EasyCheck.Order, ["PONCT"] = EasyCheck.Punctuation, ["TYPO"] = EasyCheck.Typography,
        ["ROMAIN"] = EasyCheck.Roman, ["NOMBRE"] = EasyCheck.Number, ["LETTRES"] = EasyCheck.NumberWord, ["DATE"] = EasyCheck.NumericDate, ["SIGLE"] = EasyCheck.Abbreviation, ["JARGON"] = EasyCheck.Jargon,
        ["IMAGE"] = EasyCheck.Metaphor, ["ETRANGER"] = EasyCheck.Foreign, ["TEMPS"] = EasyCheck.Tense, ["PASSIF"] = EasyCheck.Passive, ["NEGATION"] = EasyCheck.Negative, ["ADRESSE"] = EasyCheck.Address,
        ["SYNONYME"] = EasyCheck.Synonym, ["NOTE"] = EasyCheck.Note, ["TABLEAU"] = EasyCheck.Table, ["QUANTITE"] = EasyCheck.Amount,
    };

    [Theory]
    [InlineData("labelled", 200, 0.9)]
    [InlineData("heldout", 100, 0.9)]
    public void Finds_what_the_labels_say_when_texts_are_read(string set, int least, double bar)
    {
        var texts = Read(set);
        Assert.True(texts.Count >= least, $"{texts.Count} labelled texts");
        var wrong = new List<string>();
        var counts = Labels.Values.ToDictionary(c => c, _ => (Right: 0, Found: 0, Said: 0));
        foreach (var (text, said) in texts)
        {
            var report = EasyReport.Of(text);
            var found = report.Sentences.SelectMany(s => s.Remarks).Concat(report.Whole).Select(r => r.Check).ToHashSet();
            foreach (var check in Labels.Values)
            {
                var c = counts[check];
                counts[check] = (c.Right + (found.Contains(check) && said.Contains(check) ? 1 : 0), c.Found + (found.Contains(check) ? 1 : 0), c.Said + (said.Contains(check) ? 1 : 0));
                if (found.Contains(check) != said.Contains(check)) wrong.Add($"{(said.Contains(check) ? "missed" : "wrong ")} {check}: {text.Replace("\n", " / ", StringComparison.Ordinal)}");
            }
        }
        var table = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"{set}: {texts.Count} texts, {counts.Values.Sum(c => c.Said)} labels, recall {(double)counts.Values.Sum(c => c.Right) / counts.Values.Sum(c => c.Said):P1}, precision {(double)counts.Values.Sum(c => c.Right) / counts.Values.Sum(c => c.Found):P1}");
        foreach (var (check, c) in counts)
            table.AppendLine(CultureInfo.InvariantCulture, $"  {check,-14} labels {c.Said,3}  recall {Rate(c.Right, c.Said),7:P1}  precision {Rate(c.Right, c.Found),7:P1}");
        output.WriteLine(table.ToString());
        if (Environment.GetEnvironmentVariable("EASY_DETAIL") is not null) output.WriteLine(string.Join('\n', wrong));
        foreach (var (check, c) in counts)
            Assert.True(Rate(c.Right, c.Said) >= bar && Rate(c.Right, c.Found) >= bar, $"{check}: recall {Rate(c.Right, c.Said):P0}, precision {Rate(c.Right, c.Found):P0}\n{string.Join('\n', wrong)}");
    }

    [Theory]
    [InlineData("Nous préparons le repas ensemble.\nOn mange à midi.", true)]
    [InlineData("Le repas est préparé par le groupe.", false)]
    public void Says_fine_when_nothing_is_hard(string text, bool fine) => Assert.Equal(fine, EasyReport.Of(text).IsFine);

    [Fact]
    public void Names_every_check_and_advises_when_it_remarks()
    {
        foreach (var check in Enum.GetValues<EasyCheck>()) Assert.NotEmpty(EasyReport.Name(check));
        var remark = Assert.Single(EasyReport.Of("Nous mettons en œuvre le projet.").Sentences[0].Remarks);
        Assert.Equal(("mettons en œuvre", EasyCheck.Jargon), (remark.Seen, remark.Check));
        Assert.Contains("faisons", remark.Advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("\u202E\uD83D\uDE00 \uD800 ﷺ\n\n…")]
    public void Reads_any_text_when_it_is_strange(string? text) => Assert.NotNull(EasyReport.Of(text));

    private static double Rate(int part, int whole) => whole == 0 ? 1 : (double)part / whole;

    private static List<(string Text, HashSet<EasyCheck> Said)> Read(string set) =>
        [.. File.ReadAllLines(Path.Combine(Folder(), set + ".txt")).Where(l => l.Length > 0 && l[0] != '#').Select(l =>
        {
            var cut = l.LastIndexOf('|');
            return (l[..cut].Trim().Replace(" / ", "\n", StringComparison.Ordinal), l[(cut + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => Labels[c]).ToHashSet());
        })];

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Readability");
}
