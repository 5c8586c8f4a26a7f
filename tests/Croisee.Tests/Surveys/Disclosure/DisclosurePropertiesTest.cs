using System.Text.Json;
using Croisee.Surveys.Disclosure;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Croisee.Tests.Surveys.Disclosure;

/// <summary>Campaigns of any shape. FsCheck prints the seed and the smallest campaign that breaks a rule.</summary>
[Trait("kind", "pure")]
public sealed class DisclosurePropertiesTest
{
    static readonly string[] Places = ["elms", "oaks", "limes"], Choices = ["good", "middling", "bad", "no-idea"];
    static readonly string?[] Ways = ["alone", "helped", null];

    sealed record Arrives(string Place, string Choice, string? Way);

    static readonly Gen<Arrives> Someone =
        from place in Gen.Elements(Places) from choice in Gen.Elements(Choices) from way in Gen.Elements(Ways) select new Arrives(place, choice, way);

    /// <summary>Days, each with whoever answers on it.</summary>
    static readonly Arbitrary<Arrives[][]> Campaigns = Gen.Choose(0, 25).SelectMany(n => Gen.ArrayOf(Someone, n)).ArrayOf(6).ToArbitrary();

    static IEnumerable<(SmallSurvey Survey, SurveyPublication Publication)> Live(Arrives[][] days)
    {
        var survey = new SmallSurvey();
        for (var day = 0; day < days.Length; day++)
        {
            foreach (var someone in days[day]) survey.Answers(someone.Place, 1, someone.Choice, someone.Way);
            yield return (survey, survey.Publish(closing: day == days.Length - 1));
        }
    }

    [Fact]
    public void Never_moves_any_count_by_fewer_than_ten() => Check(days =>
    {
        var before = new Dictionary<string, int>();
        foreach (var (survey, _) in Live(days))
            foreach (var (name, count) in Counts(survey.History))
            {
                var moved = count - before.GetValueOrDefault(name);
                if (moved is not 0 and < 10) return false;
                before[name] = count;
            }
        return true;
    });

    [Fact]
    public void Never_leaves_between_one_and_nine_outside_what_is_shown() => Check(days =>
    {
        foreach (var (survey, _) in Live(days))
            foreach (var books in survey.History.Books.Values)
                foreach (var book in books)
                {
                    var whole = book.Whole().Answers;
                    if (whole - (book.Below?.Whole.Answers ?? 0) is > 0 and < 10) return false;
                    if (whole - Enumerable.Range(0, 2).Sum(v => book.Part(0, v).Answers) is > 0 and < 10) return false;
                }
        return true;
    });

    [Fact]
    public void Adds_every_level_from_what_is_below() => Check(days =>
    {
        foreach (var (survey, _) in Live(days))
            foreach (var (population, books) in survey.History.Books.Where(b => b.Value[0].Below is not null))
                for (var i = 0; i < books.Length; i++)
                    if (books[i].Below!.Whole.Answers != SmallSurvey.Design.Children(population).Sum(c => survey.History.Books.TryGetValue(c, out var below) ? below[i].Whole().Answers : 0)) return false;
        return true;
    });

    [Fact]
    public void Never_tells_the_size_that_the_band_hides() => Check(days =>
    {
        foreach (var (_, publication) in Live(days))
            foreach (var table in publication.Tables.Where(t => t.Figures is { Shares.Count: > 0 }))
            {
                var figures = table.Figures!;
                if (figures.Answers.Low < 10 || figures.Answers.Low == figures.Answers.High) return false;
                if (figures.Answers.Low < 30 && figures.Shares.Any(s => s.Percent is 0 or 100)) return false;
                for (var n = figures.Answers.Low; n <= figures.Answers.High; n++)
                {
                    var counts = figures.Shares.Select(s => Croisee.Bench.Disclosure.Seen.Whole(s, n)).ToList();
                    if (counts.Sum(c => c.Low) > n || counts.Sum(c => c.High) < n) return false;
                }
            }
        return true;
    });

    [Fact]
    public void Says_the_same_whatever_the_order_of_rows() => Check(days =>
        Said(days) == Said([.. days.Select(day => day.Reverse().ToArray())]));

    [Fact]
    public void Reads_its_history_back_as_it_was() => Check(days =>
    {
        var history = Live(days).Last().Survey.History;
        var text = JsonSerializer.Serialize(history);
        return text == JsonSerializer.Serialize(JsonSerializer.Deserialize<PublicationHistory>(text));
    });

    static string Said(Arrives[][] days) => JsonSerializer.Serialize(Live(days).Select(l => (l.Publication.Tables, l.Publication.Joined.Count)).ToList(), new JsonSerializerOptions { IncludeFields = true });

    static IEnumerable<(string, int)> Counts(PublicationHistory history)
    {
        foreach (var (population, books) in history.Books)
            foreach (var (i, book) in books.Index())
            {
                yield return ($"{population} {i}", book.Whole().Answers);
                for (var value = 0; value < 2; value++) yield return ($"{population} {i} {value}", book.Part(0, value).Answers);
            }
    }

    static void Check(Func<Arrives[][], bool> holds) => Prop.ForAll(Campaigns, holds).QuickCheckThrowOnFailure();
}
