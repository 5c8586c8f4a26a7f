using Croisee.Framework;
using Croisee.Review.Evidence;
using Xunit;

namespace Croisee.Tests.Review;

/// <summary>Published worked examples, as exact fractions, to 1e-9.</summary>
[Trait("kind", "pure")]
public sealed class AgreementTest
{
    const double Near = 1e-9;
    const int None = 0;

    /// <summary>Krippendorff, « Computing Krippendorff's Alpha-Reliability » (2011), section C: four observers, twelve units, missing values. Printed there: nominal 0.743, ordinal 0.815.</summary>
    static readonly int[][] FourObservers =
    [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
        [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
    ];

    /// <summary>The computed example of the encyclopaedia article « Krippendorff's alpha »: three coders, fifteen units. Printed there: nominal 0.691.</summary>
    static readonly int[][] ThreeCoders =
    [
        [None, None, None, None, None, 3, 4, 1, 2, 1, 1, 3, 3, None, 3],
        [1, None, 2, 1, 3, 3, 4, 3, None, None, None, None, None, None, None],
        [None, None, 2, 1, 3, 4, 4, None, 2, 1, 1, 3, 3, None, 4],
    ];

    /// <summary>The same paper, section A: two observers, ten units, yes or no. Printed there: 0.095.</summary>
    static readonly int[][] YesOrNo = [[1, 2, 1, 1, 1, 1, 1, 1, 2, 1], [2, 2, 2, 1, 1, 2, 1, 1, 1, 1]];

    /// <summary>Cohen (1960), table 1: two judges, 200 patients, three diagnoses. Printed there: 0.492. Cohen (1968) with his weights: 0.348.</summary>
    static readonly int[][] Cohen = [[88, 14, 18], [10, 40, 10], [2, 6, 12]];

    /// <summary>Agresti (1990), « sexual fun » of husbands and wives; the manual of vcd prints 0.1293 and, with equal spacing, 0.2374.</summary>
    static readonly int[][] Couples = [[7, 7, 2, 3], [2, 8, 3, 7], [1, 5, 4, 9], [2, 8, 9, 14]];

    static List<IReadOnlyList<int>> Units(int[][] coders) => [.. Enumerable.Range(0, coders[0].Length).Select(u => (IReadOnlyList<int>)[.. coders.Select(c => c[u]).Where(v => v != None)])];

    static List<(int, int)> Pairs(int[][] table) => [.. table.SelectMany((row, i) => row.SelectMany((n, j) => Enumerable.Repeat((i, j), n)))];

    static void Equal(double top, double bottom, double? found) => Assert.InRange(found!.Value, top / bottom - Near, top / bottom + Near);

    [Fact]
    public void Alpha_equals_the_published_examples()
    {
        Equal(113, 152, Alpha.Nominal(Units(FourObservers)));
        Equal(108577, 133160, Alpha.Ordinal(Units(FourObservers)));
        Equal(56, 81, Alpha.Nominal(Units(ThreeCoders)));
        Equal(112173, 139048, Alpha.Ordinal(Units(ThreeCoders)));
        Equal(2, 21, Alpha.Nominal(Units(YesOrNo)));
        Assert.Equal([0.743, 0.815, 0.691, 0.095], new[] { Alpha.Nominal(Units(FourObservers)), Alpha.Ordinal(Units(FourObservers)), Alpha.Nominal(Units(ThreeCoders)), Alpha.Nominal(Units(YesOrNo)) }.Select(a => Math.Round(a!.Value, 3)));
    }

    [Fact]
    public void Kappa_equals_the_published_examples()
    {
        Equal(29, 59, Kappa.Of(Pairs(Cohen)));
        long[,] graver = { { 0, 1, 3 }, { 1, 0, 6 }, { 3, 6, 0 } };
        Assert.Equal(0.348, Math.Round(Kappa.Weighted(Pairs(Cohen), (a, b) => graver[a, b])!.Value, 3));
        Equal(9, 19, Kappa.Linear(Pairs(Cohen)));
        Equal(5, 11, Kappa.Quadratic(Pairs(Cohen)));
        Equal(56, 433, Kappa.Of(Pairs(Couples)));
        Equal(174, 733, Kappa.Linear(Pairs(Couples)));
        Equal(1719, 5177, Kappa.Quadratic(Pairs(Couples)));
        Assert.Equal([0.492, 0.1293, 0.2374], [Math.Round(Kappa.Of(Pairs(Cohen))!.Value, 3), Math.Round(Kappa.Of(Pairs(Couples))!.Value, 4), Math.Round(Kappa.Linear(Pairs(Couples))!.Value, 4)]);
    }

    [Fact]
    public void Intervals_of_kappa_equal_the_published_examples()
    {
        // vcd's manual, the same couples: confint prints these digits. Stata's kapci, 1,932 patients, prints all of them.
        static void Equal(double low, double high, Interval? found, double near) { Assert.InRange(found!.Low, low - near, low + near); Assert.InRange(found.High, high - near, high + near); }
        Equal(-0.005120399, 0.2637809, Kappa.Around(Pairs(Couples)), 1e-7);
        Equal(0.083883432, 0.3908778, Kappa.Around(Pairs(Couples), (a, b) => Math.Abs(a - b)), 1e-7);
        Equal(0.2896667786271169, 0.3927270629422889, Kappa.Around(Pairs([[1395, 118], [261, 158]])), Near);
        Assert.Null(Kappa.Around([]));
        Assert.Null(Kappa.Around([(1, 1), (1, 1)]));
        Assert.Null(Kappa.Around([.. Enumerable.Range(0, 20).Select(i => (i % 2, i % 2))])); // no difference seen: certainty would be a lie
    }

    /// <summary>Fleiss (1971), psychiatric diagnoses: fifteen of the patients, six readers each, as counts of five categories.</summary>
    static readonly int[][] SixReaders =
    [
        [0, 0, 0, 6, 0], [0, 3, 0, 0, 3], [0, 1, 4, 0, 1], [0, 0, 0, 0, 6], [0, 3, 0, 3, 0], [2, 0, 4, 0, 0], [0, 0, 4, 0, 2], [2, 0, 3, 1, 0],
        [2, 0, 0, 4, 0], [0, 0, 0, 0, 6], [1, 0, 0, 5, 0], [1, 1, 0, 4, 0], [0, 3, 3, 0, 0], [1, 0, 0, 5, 0], [0, 2, 0, 3, 1],
    ];

    [Fact]
    public void Intervals_of_alpha_stand_by_the_published_errors()
    {
        // The manual of irrCAC prints these, by Gwet's linear formula: ours errs on the safe side, by little.
        static void Beside(double alpha, double error, List<IReadOnlyList<int>> units)
        {
            Assert.Equal(alpha, Alpha.Nominal(units)!.Value, 5);
            Assert.InRange(Interval.JackknifeError([.. Alpha.NominalWithout(units).Select(v => v!.Value)]) / error, 1.0, 1.015);
        }
        Beside(0.74342, 0.14548, Units(FourObservers));
        Beside(0.4204384, 0.08243228, [.. SixReaders.Select(r => (IReadOnlyList<int>)[.. r.SelectMany((n, k) => Enumerable.Repeat(k, n))])]);
        Beside(0.7972585, 0.05905473, [.. Pairs([[13, 0, 0], [0, 20, 7], [0, 4, 56]]).Select(p => (IReadOnlyList<int>)[p.Item1, p.Item2])]);
        foreach (var (freedom, quantile) in new[] { (9, 2.262157), (10, 2.228139), (14, 2.144787), (99, 1.984217) }) Assert.Equal(quantile, Interval.Student(freedom), 3);
        var four = Interval.Jackknife(Alpha.Nominal(Units(FourObservers)), Alpha.NominalWithout(Units(FourObservers)))!;
        Assert.Equal((0.417, 1.0), (Math.Round(four.Low, 3), four.High));
        Assert.Null(Interval.Jackknife(1, [1, 1, 1]));
        Assert.Null(Interval.Jackknife(null, []));
        Assert.Null(Interval.Jackknife(0.5, [0.5, null, 0.4]));
    }

    [Fact]
    public void Says_nothing_where_chance_explains_everything()
    {
        Assert.Null(Kappa.Of([]));
        Assert.Null(Kappa.Of([(1, 1), (1, 1)]));
        Assert.Null(Kappa.Quadratic([(2, 2)]));
        Assert.Null(Alpha.Nominal([]));
        Assert.Null(Alpha.Ordinal([[1], [2], [3]]));
        Assert.Null(Alpha.Nominal([[4, 4], [4, 4, 4]]));
        Assert.Equal(0, Kappa.Of([(0, 1), (0, 1)]));
    }

    [Theory]
    [InlineData("REG1_EXPR_INDIV_INDIV", "REG1_EXPR_INDIV_INDIV", 0.0)]
    [InlineData("REG1_EXPR_INDIV_INDIV", "REG4_INITIATIVE", 1.0)]
    [InlineData("REG1_EXPR_INDIV_INDIV", "REG1_EXPR_INDIV_INDIV REG4_INITIATIVE", 1 - 2.0 / 3 / 2)]
    [InlineData("REG1_EXPR_INDIV_INDIV REG5_PAIR_AIDANCE", "REG1_EXPR_INDIV_INDIV REG4_INITIATIVE", 1 - 1.0 / 3 / 3)]
    public void Weighs_sets_as_Passonneau_does(string a, string b, double distance)
    {
        CodeSet Set(string codes) => CodeSet.Of(Vocabularies.Register, codes.Split(' '));
        Assert.Equal(distance, SetDistance.Masi(Set(a), Set(b)), Near);
        Assert.Equal(distance, SetDistance.Masi(Set(b), Set(a)), Near);
    }

    [Fact, Trait("kind", "slow")]
    public void Keeps_its_properties_on_random_readings()
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var round = 0; round < 2_000; round++)
        {
            var (units, categories) = (random.Next(0, 15), random.Next(2, 6));
            var read = Enumerable.Range(0, units).Select(_ => (IReadOnlyList<int>)[.. Enumerable.Range(0, random.Next(0, 5)).Select(_ => random.Next(categories))]).ToList();
            var (nominal, ordinal) = (Alpha.Nominal(read), Alpha.Ordinal(read));
            Same(NaiveAgreement.Alpha(read, ordinal: false)?.ToDouble(), nominal);
            Same(NaiveAgreement.Alpha(read, ordinal: true)?.ToDouble(), ordinal);
            var shuffled = read.OrderBy(_ => random.Next()).Select(u => (IReadOnlyList<int>)[.. u.OrderBy(_ => random.Next())]).ToList();
            Same(nominal, Alpha.Nominal(shuffled));
            Same(ordinal, Alpha.Ordinal(shuffled));
            var names = Enumerable.Range(0, categories).OrderBy(_ => random.Next()).ToArray();
            Same(nominal, Alpha.Nominal([.. read.Select(u => (IReadOnlyList<int>)[.. u.Select(v => names[v])])]));
            Same(ordinal, Alpha.Ordinal([.. read.Select(u => (IReadOnlyList<int>)[.. u.Select(v => categories - v)])]));
            Assert.True(nominal is null or <= 1 && ordinal is null or <= 1);
            if (read.Where(u => u.Count > 1).All(u => u.Distinct().Count() == 1)) Assert.True(nominal is null or 1);

            var compared = read.Where(u => u.Count > 1).ToList();
            foreach (var (one, i) in Alpha.NominalWithout(read).Select((v, i) => (v, i))) Same(Alpha.Nominal([.. compared.Where((_, j) => j != i)]), one);

            var pairs = read.Where(u => u.Count > 1).Select(u => (u[0], u[1])).ToList();
            var table = Enumerable.Range(0, categories).Select(i => Enumerable.Range(0, categories).Select(j => pairs.Count(p => p == (i, j))).ToArray()).ToArray();
            Same(NaiveAgreement.Kappa(table, (a, b) => a == b ? 0 : 1)?.ToDouble(), Kappa.Of(pairs));
            Same(NaiveAgreement.Kappa(table, (a, b) => Math.Abs(a - b))?.ToDouble(), Kappa.Linear(pairs));
            Same(NaiveAgreement.Kappa(table, (a, b) => (a - b) * (a - b))?.ToDouble(), Kappa.Quadratic(pairs));
            Same(Kappa.Quadratic(pairs), Kappa.Quadratic([.. pairs.Select(p => (p.Item2, p.Item1))]));
            Same(Kappa.Of(pairs), Kappa.Of([.. pairs.Select(p => (names[p.Item1], names[p.Item2]))]));
            if (categories == 2) { Same(Kappa.Of(pairs), Kappa.Linear(pairs)); Same(Kappa.Of(pairs), Kappa.Quadratic(pairs)); }
        }
    }

    static void Same(double? expected, double? found)
    {
        Assert.Equal(expected is null, found is null);
        if (expected is { } value) Assert.InRange(found!.Value, value - Near, value + Near);
    }

    [Fact]
    public void Speaks_in_words_and_never_of_what_is_not_a_number()
    {
        var field = CodedField.All[0];
        FieldAgreement Of(params (string User, string Professional)[] said) => FieldAgreement.Of(field, [.. said.SelectMany(s =>
        {
            var (experience, pair) = (Guid.CreateVersion7(), Guid.CreateVersion7());
            return new[] { new GivenCoding(experience, pair, true, Given.ACoding(s.User)), new GivenCoding(experience, pair, false, Given.ACoding(s.Professional)) };
        })]);
        var same = Enumerable.Repeat(("D3_CONCERTATION", "D3_CONCERTATION"), 12).ToArray();
        Assert.Equal("Tout le monde a donné la même réponse, 12 fois sur 12. On ne peut donc pas savoir si c’est par hasard.", AgreementWords.Sentence(Of(same)));
        Assert.Equal("3 lectures doubles. Il est trop tôt pour conclure : il en faut 10.", AgreementWords.Sentence(Of(same[..3])));
        Assert.Equal("Aucune lecture double. Il est trop tôt pour conclure : il en faut 10.", AgreementWords.Sentence(Of()));
        var mixed = Of([.. same[..8], ("D2_CONSULTATION", "D2_CONSULTATION"), ("D4_CODECISION", "D4_CODECISION"), ("D4_CODECISION", "D3_CONCERTATION"), ("D1_COMMUNICATION", "D2_CONSULTATION")]);
        Assert.StartsWith("Les binômes disent la même chose 10 fois sur 12 ; c’est ", AgreementWords.Sentence(mixed));
        Assert.Equal((12, 10), (mixed.Compared, mixed.Same));
        Assert.NotNull(mixed.QuadraticKappa);
        Assert.InRange(mixed.Alpha!.Value, mixed.AlphaInterval!.Low, mixed.AlphaInterval.High);
        Assert.Matches("Avec d’autres expériences, ce nombre serait le plus souvent entre -?[0-9],[0-9]{2} et [0-9],[0-9]{2}\\.", AgreementWords.Sentence(mixed));
        Assert.Equal((null, null), (Of(same).AlphaInterval, Of(same[..3]).KappaInterval));
        var degree = mixed.Codes.Single(c => c.Code == "D4_CODECISION");
        Assert.Equal((1, 1, 0, 10), (degree.Both, degree.ServiceUsersOnly, degree.ProfessionalsOnly, degree.Neither));
        var opposed = Of([.. Enumerable.Range(0, 12).Select(i => i % 2 == 0 ? ("D1_COMMUNICATION", "D5_LEADERSHIP") : ("D5_LEADERSHIP", "D1_COMMUNICATION"))]);
        Assert.Contains("ils se contredisent", AgreementWords.Sentence(opposed));
        Assert.Equal(Agreed.Weak, opposed.Verdict);
    }
}
