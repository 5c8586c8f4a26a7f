using Croisee.Surveys.Content;
using Croisee.Surveys.Disclosure;
using Croisee.Surveys.Results;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>« Réponses favorables » says which, on the rows too and never by colour alone; who is not concerned is no refusal (SCL-R1, R3, R4).</summary>
[Trait("kind", "pure")]
public sealed class FavourableTest
{
    static readonly SizeBand Fifty = new(50, 60), Eighty = new(80, 90);
    static readonly DateOnly Day = new(2026, 11, 20);

    static ResultTable Of(string scale, bool easy = false)
    {
        var content = new QuestionnaireContent(new Wording("Essai")) { Sections = [new("p") { Questions = [new("q", QuestionKind.Scale, new Wording("Cela se fait.")) { Scale = scale }] }] };
        var points = Scales.Of(scale).Points.Count;
        var shares = Enumerable.Range(0, points).Select(_ => new ShownShare(ShareKind.About, 100m / points, 5)).ToList();
        PublishedTable[] tables = [new("", null, null, null, Day, new ShownFigures(Eighty, [], null, null), null), new("", "q", null, null, Day, new ShownFigures(Fifty, shares, new ShownShare(ShareKind.About, 50, 5), null), null)];
        return Assert.Single(new ResultLines(content, 2026, tables, easy).Questions).All;
    }

    [Fact]
    public void Partly_done_is_not_done() => Assert.Equal(["oui"], Scales.Of("V-DIAG").Favourable);

    [Fact]
    public void A_sum_published_with_more_answers_than_it_names_is_not_said() => Assert.Null(Of("V-DIAG").Favourable);

    [Fact]
    public void It_names_its_answers_and_marks_their_rows()
    {
        var table = Of("V-ACCORD5");
        Assert.StartsWith($"Réponses favorables (« {table.Bars[3].Label} », « {table.Bars[4].Label} ») : ", table.Favourable, StringComparison.Ordinal);
        Assert.Equal([false, false, false, true, true], table.Bars.Select(b => b.Favourable));
        Assert.DoesNotContain(Of("V-ACCORD5", easy: true).Bars, b => b.Favourable);
    }

    [Fact]
    public void Who_is_not_concerned_is_said_among_the_rest()
    {
        Assert.Contains("« non concerné »", Of("V-DIAG").Apart, StringComparison.Ordinal);
        Assert.Contains("ne sont pas concernés", Of("V-DIAG", easy: true).Apart, StringComparison.Ordinal);
        Assert.DoesNotContain("concerné", Of("V-ACCORD5").Apart, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_says_it_in_a_word() => Assert.Contains("@L[\"favorable\"]", File.ReadAllText(Path.Combine(Croisee.Tests.House.Repo.Source, "Surveys/Results/_Table.cshtml")), StringComparison.Ordinal);
}
