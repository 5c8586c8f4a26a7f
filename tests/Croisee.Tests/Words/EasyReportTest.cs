using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Croisee.Words;
using Xunit;

namespace Croisee.Tests.Words;

/// <summary>The easy-read report against texts labelled by hand before the checks were written (<c>Words/Readability</c>).</summary>
[Trait("kind", "pure")]
public sealed class EasyReportTest(ITestOutputHelper output)
{
    internal static readonly Dictionary<string, EasyCheck> Labels = new(StringComparer.Ordinal)
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

    /// <summary>What is no matter of words: pictures and page numbers, on documents labelled before these checks were written.</summary>
    [Fact]
    public void Finds_what_the_labels_say_when_documents_are_laid_out()
    {
        var labels = new Dictionary<string, EasyCheck>(StringComparer.Ordinal) { ["PICTO"] = EasyCheck.Picture, ["PAGE"] = EasyCheck.PageNumber };
        var documents = Lines("documents").Select(l => (Text: l[..l.LastIndexOf('|')].Trim(), Said: l[(l.LastIndexOf('|') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => labels[c]).ToHashSet())).ToList();
        Assert.True(documents.Count >= 50, $"{documents.Count} labelled documents");
        var wrong = new List<string>();
        foreach (var check in labels.Values)
        {
            var (right, found, said) = (0, 0, 0);
            foreach (var (text, told) in documents)
            {
                var (f, s) = (LaidOut(text).Remarks().Any(r => r.Check == check), told.Contains(check));
                (right, found, said) = (right + (f && s ? 1 : 0), found + (f ? 1 : 0), said + (s ? 1 : 0));
                if (f != s) wrong.Add($"{(s ? "missed" : "wrong ")} {check}: {text}");
            }
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"documents: {documents.Count}, {check,-10} labels {said,3}  recall {Rate(right, said),7:P1}  precision {Rate(right, found),7:P1}"));
            Assert.True(Rate(right, said) >= 0.9 && Rate(right, found) >= 0.9, string.Join('\n', wrong));
        }
        output.WriteLine(string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("Nous mettons en œuvre le projet.", "Nous |[mettons en œuvre]| le projet.")]
    [InlineData("Le groupe met la main à la pâte.", "Le groupe met |[la main à la pâte]|.")]
    [InlineData("On parle ; 40 % disent oui.", "On parle |[;]| |[40 %]| disent oui.")]
    [InlineData("Le repas est bon.", "Le repas est bon.")]
    [InlineData("", "")]
    public void Marks_the_words_that_a_remark_speaks_of(string text, string marked)
    {
        var sentence = EasyReport.Of(text).Sentences.FirstOrDefault() ?? new EasySentence("", []);
        var pieces = EasyMarks.Of(sentence);
        Assert.Equal(text, string.Concat(pieces.Select(p => p.Text)));
        Assert.Equal(marked, string.Concat(pieces.Select(p => p.Remark > 0 ? $"|[{p.Text}]|" : p.Text)));
    }

    [Fact]
    public void Gives_the_same_word_the_same_picture_and_none_to_what_cannot_be_shown() =>
        Assert.Equal(["argent", "repas", null, "argent"], Pictograms.Beside(["L’argent manque.", "On mange.", "Cela est ainsi.", "Il y a de l’argent."]));

    [Fact]
    public void Has_a_file_listed_for_every_picture()
    {
        var listed = File.ReadAllText(Path.Combine(House.Repo.Root, "src/Croisee/Ui/Assets.targets"));
        Assert.All(Pictograms.Names, n => Assert.Contains($"As=\"{n}\"", listed));
    }

    /// <summary>« // » a page, « / » a line, « [image] » beside it, « ~ » the foot.</summary>
    static EasyLayout LaidOut(string text) => new([.. text.Split(" // ").Select(page =>
    {
        var lines = page.Split(" / ").Select(l => l.Trim()).Where(l => l.Length > 0).ToList();
        return new EasyPage([.. lines.Where(l => l[0] != '~').Select(l => new EasyIdea(Regex.Replace(l, @"\[\w+\] ?", ""), [.. Regex.Matches(l, @"\[(\w+)\]").Select(m => m.Groups[1].Value)]))], lines.Find(l => l[0] == '~')?[1..].Trim());
    })]);

    [Theory]
    [InlineData("Nous préparons le repas ensemble.\nOn mange à midi.", true)]
    [InlineData("Le repas est préparé par le groupe.", false)]
    [InlineData("Ce papier dit qui vient.\nDites qui vous aide.", true)]
    [InlineData("La dame qui vient est gentille.", false)]
    [InlineData("La réponse est écrite.", true)]
    [InlineData("La réponse est écrite par Anne.", false)]
    [InlineData("Je suis né à Brest.", true)]
    public void Says_fine_when_nothing_is_hard(string text, bool fine) => Assert.Equal(fine, EasyReport.Of(text).IsFine);

    [Fact]
    public void Names_every_check_and_advises_when_it_remarks()
    {
        foreach (var check in Enum.GetValues<EasyCheck>()) Assert.NotEmpty(EasyReport.Name(check));
        var remark = Assert.Single(EasyReport.Of("Nous mettons en œuvre le projet.").Sentences[0].Remarks);
        Assert.Equal(("mettons en œuvre", EasyCheck.Jargon), (remark.Seen, remark.Check));
        Assert.Contains("faisons", remark.Advice, StringComparison.Ordinal);
    }

    /// <summary>A foreign word of the trade is one hard word, not two.</summary>
    [Fact]
    public void Tells_a_hard_word_once() => Assert.Equal(EasyCheck.Foreign, Assert.Single(EasyReport.Of("L’empowerment aide les malades.").Sentences[0].Remarks).Check);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("\u202E\uD83D\uDE00 \uD800 ﷺ\n\n…")]
    public void Reads_any_text_when_it_is_strange(string? text) => Assert.NotNull(EasyReport.Of(text));

    private static double Rate(int part, int whole) => whole == 0 ? 1 : (double)part / whole;

    private static IEnumerable<string> Lines(string set) => File.ReadAllLines(Path.Combine(Folder(), set + ".txt")).Where(l => l.Length > 0 && l[0] != '#');

    private static List<(string Text, HashSet<EasyCheck> Said)> Read(string set) =>
        [.. Lines(set).Select(l =>
        {
            var cut = l.LastIndexOf('|');
            return (l[..cut].Trim().Replace(" / ", "\n", StringComparison.Ordinal), l[(cut + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => Labels[c]).ToHashSet());
        })];

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Readability");
}
