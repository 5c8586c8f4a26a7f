using Croisee.Library;
using Xunit;

namespace Croisee.Tests.Library;

[Trait("kind", "pure")]
public class SearchIndexTest
{
    // Few words, so that questions meet; of several families and with accents; none is in FieldSynonyms.
    static readonly string[] Words =
        "résident résidents résidence jardin jardins jardinage égal égalité égales usager usagers usagère cuisine cuisines menu décision décider décidé parole paroles écoute écouter école côte coté hôpital hôpitaux".Split(' ');

    static readonly Dictionary<string, IReadOnlySet<string>> NoFilters = [];

    [Theory, Trait("kind", "slow")]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Answers_as_brute_force_does(int seed)
    {
        var random = new Random(seed);
        var sheets = Sheets(random, 150);
        var (index, brute) = (IndexOf(sheets), new BruteSearch(sheets));
        for (var i = 0; i < 100; i++)
        {
            var words = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Words[random.Next(Words.Length)]).DistinctBy(w => FrenchAnalyser.Fold(w)).ToArray();
            if (words.Contains("côte") || words.Contains("coté")) continue; // accents alone part them: both are found, see below
            var any = random.Next(3) == 0;
            if (!any && random.Next(3) == 0) words[^1] = words[^1][..random.Next(2, words[^1].Length)] + "*";
            if (words.Length > 1 && FrenchStopWords.Contains(words[^1].TrimEnd('*'))) continue; // « me » after a word is a pause
            var filters = Filters(random);
            Compare(index, brute, words, any, filters, $"seed {seed}: {string.Join(any ? " OU " : " ", words)}");
        }
    }

    static void Compare(SearchIndex index, BruteSearch brute, string[] words, bool any, Dictionary<string, IReadOnlySet<string>> filters, string about)
    {
        var text = string.Join(any ? " OU " : " ", words);
        text = text.EndsWith('*') ? text[..^1] : text + " ";
        var (total, ranked) = brute.Ask(words, any, filters);
        var answer = new SearchRun().Answer(index, new SearchQuestion(text, filters, PageSize: 50));
        Assert.True(total == answer.Total, $"{about}: {answer.Total}, not {total}");
        var scores = ranked.ToDictionary(r => r.Id, r => r.Score);
        for (var rank = 0; rank < answer.Sheets.Count; rank++)
            Assert.True(Math.Abs(scores[answer.Sheets[rank]] - ranked[rank].Score) < 1e-4, $"{about}: rank {rank}");
        if (any) return;
        foreach (var (field, codes) in answer.Facets)
            foreach (var (code, count) in codes)
                Assert.True(count == brute.Count(words, filters, field, code), $"{about}: {field}:{code} {count}");
    }

    [Fact]
    public void Is_the_same_index_after_many_changes_as_when_read_anew()
    {
        var random = new Random(11);
        var sheets = Sheets(random, 200);
        var worn = IndexOf(sheets);
        for (var i = 0; i < 300; i++)
        {
            var sheet = sheets[random.Next(sheets.Count)];
            if (random.Next(3) == 0) sheet.Hide();
            else sheet.Show(Text(random, 4), Text(random, 20), Codes(random), new DateOnly(2026, 1, 1).AddDays(random.Next(300)));
            worn.Put(sheet);
            if (i % 7 == 0) worn.Settle(afterBulk: false);
        }
        worn.Settle(afterBulk: false);
        var anew = IndexOf(sheets);
        foreach (var sort in Enum.GetValues<SearchSort>())
            foreach (var text in Words.SelectMany(w => new[] { w, w + " ", w[..2], "" }))
                for (var page = 1; page < 4; page++)
                {
                    var question = new SearchQuestion(text, Filters(random), sort, page, 7);
                    var (one, other) = (new SearchRun().Answer(worn, question), new SearchRun().Answer(anew, question));
                    Assert.Equal(other.Total, one.Total);
                    Assert.Equal(other.Sheets, one.Sheets);
                    Assert.Equivalent(other.Facets.SelectMany(f => f.Value.Select(c => (f.Key, c.Key, c.Value))).Order(), one.Facets.SelectMany(f => f.Value.Select(c => (f.Key, c.Key, c.Value))).Order());
                }
    }

    [Fact]
    public void Shows_every_sheet_once_from_page_to_page()
    {
        var sheets = Sheets(new Random(5), 2_500);
        var index = IndexOf(sheets);
        foreach (var sort in Enum.GetValues<SearchSort>())
            foreach (var text in new[] { "", "résident ", "ja" })
            {
                var run = new SearchRun();
                var total = run.Answer(index, new SearchQuestion(text, NoFilters, sort)).Total;
                var seen = Enumerable.Range(1, total / 30 + 2).SelectMany(page => run.Answer(index, new SearchQuestion(text, NoFilters, sort, page, 30)).Sheets).ToList();
                Assert.Equal(total, seen.Count);
                Assert.Equal(total, seen.Distinct().Count());
            }
    }

    [Fact]
    public void Keeps_titles_in_the_order_of_a_French_reader()
    {
        string[] titles = ["2 mois", "À table", "a table !", "Écoute", "École", "ecole zen", "Œuvre", "ouvrir", "Zèbre"];
        var sheets = titles.Select((t, i) => Sheet(i + 1, t, "")).Reverse().ToList();
        var answer = new SearchRun().Answer(IndexOf(sheets), new SearchQuestion(Sort: SearchSort.Title));
        Assert.Equal(["2 mois", "a table !", "À table", "École", "ecole zen", "Écoute", "Œuvre", "ouvrir", "Zèbre"],
            answer.Sheets.Select(id => sheets.Single(s => s.Id == id).Title));
    }

    static List<SearchedSheet> Sheets(Random random, int count) =>
        [.. Enumerable.Range(1, count).Select(no => Sheet(no, Text(random, random.Next(1, 5)), Text(random, random.Next(0, 30)), Codes(random), random.Next(200)))];

    internal static SearchedSheet Sheet(int no, string title, string text, (string, string)[]? codes = null, int day = 0)
    {
        var sheet = SearchedSheet.FromRow(no, new Guid(no, 0, 0, new byte[8]), "", "", "", default, true, no);
        sheet.Show(title, text, codes ?? [], new DateOnly(2026, 1, 1).AddDays(day));
        return sheet;
    }

    internal static SearchIndex IndexOf(IEnumerable<SearchedSheet> sheets)
    {
        var index = new SearchIndex();
        foreach (var sheet in sheets) index.Put(sheet);
        index.Settle(afterBulk: true);
        return index;
    }

    static string Text(Random random, int words) =>
        string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[Math.Min(random.Next(Words.Length), random.Next(Words.Length))]));

    static (string, string)[] Codes(Random random) =>
        [.. Enumerable.Range(0, random.Next(5)).Select(_ => ("abc"[random.Next(3)].ToString(), "XYZ"[random.Next(3)].ToString())).Distinct()];

    static Dictionary<string, IReadOnlySet<string>> Filters(Random random) => random.Next(4) switch
    {
        0 => new() { ["a"] = new HashSet<string> { "X" } },
        1 => new() { ["a"] = new HashSet<string> { "X", "Y" }, ["b"] = new HashSet<string> { "Z" } },
        2 => new() { ["c"] = new HashSet<string> { "Z", "unknown" } },
        3 when random.Next(5) == 0 => new() { ["unknown"] = new HashSet<string> { "X" }, ["a"] = new HashSet<string> { "X" } },
        _ => [],
    };
}
