using Croisee.Framework;
using Croisee.Library;
using Croisee.Library.Compare;
using Croisee.Words;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>What makes sheets near is counted openly: rare ties weigh more, thin ones are not told, and every suggestion says why.</summary>
[Trait("kind", "pure")]
public sealed class NearnessTest
{
    static readonly DateOnly Day = new(2027, 3, 15);

    [Fact]
    public void Weighs_a_rare_tie_more_than_a_common_one_and_a_public_more_than_a_region()
    {
        Assert.True(Nearness.OfCode("public", 3, 100) > Nearness.OfCode("public", 50, 100));
        Assert.True(Nearness.OfCode("public", 10, 100) > Nearness.OfCode("region", 10, 100));
        Assert.Equal(3 * Math.Log(1 + 100.0 / 10), Nearness.OfCode("public", 10, 100), 12);
        Assert.Equal(1.5 * Math.Log(1 + 100.0 / 4), Nearness.OfWord(4, 100), 12);
        Assert.Equal(0, Nearness.OfCode("public", 1, 100));
        Assert.Equal(0, Nearness.OfCode("annee", 10, 100));
        Assert.Equal(0, Nearness.OfCode("public", 600, 1_000));
        Assert.True(Nearness.OfCode("public", 60, 100) > 0);
    }

    [Theory]
    [InlineData("public", 0, false), InlineData("public public", 0, false), InlineData("public frein", 0, true), InlineData("public", 1, true), InlineData("", 1, false), InlineData("", 2, true)]
    public void Tells_no_thin_reason(string fields, int words, bool told) =>
        Assert.Equal(told, Nearness.IsTold(fields.Split(' ', StringSplitOptions.RemoveEmptyEntries), words));

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3)]
    public void Finds_what_adding_up_by_hand_finds(int seed)
    {
        var random = new Random(seed);
        string[] words = "jardin repas théâtre marché village musique cuisine parole écoute bureau".Split(' '), fields = ["public", "frein", "region", "levier"];
        var sheets = Enumerable.Range(0, 60).Select(_ => new SearchedSheet(Guid.CreateVersion7(), "Titre", string.Join(' ', Some(words, 3)), Some(fields, 4).Select(f => (f, $"{f.ToUpperInvariant()}{random.Next(4)}")).Distinct(), Day)).ToList();
        var index = new SearchIndex();
        for (var i = 0; i < sheets.Count; i++) index.Put(SearchedSheet.FromRow(i + 1, sheets[i].Id, sheets[i].Title, sheets[i].Text, sheets[i].Codes, Day, true, i));
        index.Settle(afterBulk: true);
        var asked = sheets[random.Next(60)];
        var (codes, own) = (CodesOf(asked), asked.Text.Split(' ').Distinct().ToList());
        var near = new SearchRun().Near(index, new(asked.Id, codes, [.. own.Select(w => (w, 1))], 10));
        double ByHand(SearchedSheet s) => codes.Where(CodesOf(s).Contains).Sum(c => Nearness.OfCode(c.Field, sheets.Count(o => CodesOf(o).Contains(c)), 60))
            + own.Where(s.Text.Split(' ').Contains).Sum(w => Nearness.OfWord(sheets.Count(o => o.Text.Split(' ').Contains(w)), 60));
        var expected = sheets.Where(s => s.Id != asked.Id && Nearness.IsTold(codes.Where(CodesOf(s).Contains).Select(c => c.Field), own.Count(s.Text.Split(' ').Contains))).Select(ByHand).OrderDescending().Take(10).ToList();
        Assert.Equal(expected.Count, near.Count);
        Assert.All(near.Zip(expected), pair => Assert.Equal(pair.Second, pair.First.Score, 6));
        foreach (var one in near) Assert.Equal(ByHand(sheets.Single(s => s.Id == one.Id)), one.Score, 6);

        IEnumerable<string> Some(string[] of, int most) => Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => of[random.Next(of.Length)]);
    }

    static List<(string Field, string Code)> CodesOf(SearchedSheet sheet) => [.. sheet.Codes.Split(' ').Select(c => c.Split(':')).Select(c => (c[0], c[1]))];

    [Fact]
    public void Says_why_in_words()
    {
        var words = new Localizer(new HttpContextAccessor());
        var near = new NearSheet(Guid.Empty, 1, [("public", "PUB_AGEES"), ("frein", "FREIN_TEMPS")], ["jardin", "repas"]);
        var (people, brake) = (Vocabularies.Get("V-PUBLIC").Terms[0], Vocabularies.Get("V-FREIN").Terms[0]);
        near = near with { Codes = [("public", people.Code), ("frein", brake.Code)] };
        Assert.Equal($"Même public : {people.Label} ; même frein : {brake.Label} ; mots : jardin, repas".Typeset(), NearSheets.Why(near, new Labels(words), words));
    }

    [Theory]
    [InlineData("x,y|x,y", false, "Les deux disent la même chose.")]
    [InlineData("x,y|x,z", false, "Les deux : x. Seule A : y. Seule B : z.")]
    [InlineData("x|y", true, "A : x. B : y.")]
    [InlineData("x|", false, "Seule A : x. B ne le dit pas.")]
    [InlineData("x|x|y", true, "A et B : x. C : y.")]
    [InlineData("x|x,y|x|z,x", false, "Les quatre : x. Seule B : y. Seule D : z.")]
    [InlineData("x|||", false, "Seule A : x. B, C et D ne le disent pas.")]
    [InlineData("|", false, "Les deux n’en disent rien.")]
    [InlineData("x", false, "")]
    public void Says_in_words_what_sheets_share_and_what_one_alone_says(string said, bool single, string expected)
    {
        var each = said.Split('|').Select(s => (IReadOnlyCollection<string>)s.Split(',', StringSplitOptions.RemoveEmptyEntries)).ToList();
        string[] letters = ["A", "B", "C", "D"];
        Assert.Equal(expected, string.Join(' ', SaidTogether.Sentences(letters[..each.Count], each, single)));
    }
}
