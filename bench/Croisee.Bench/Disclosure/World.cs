using System.Globalization;
using Croisee.Surveys.Disclosure;

namespace Croisee.Bench.Disclosure;

/// <summary>One person of a world, with what only the world knows: the day, and how likely each answer was.</summary>
/// <param name="Likely">By question, the odds from which the answer was drawn; what a person like this one would answer without being this one.</param>
public sealed record Person(AnswerRow Row, string Home, int Day, int? WithdrawnOn, IReadOnlyDictionary<string, double[]> Likely);

/// <summary>How the populations of a world lie: a survey of the product has two levels, or three where its places are grouped.</summary>
public enum Shape
{
    /// <summary>The whole, territories, establishments.</summary>
    Territories,

    /// <summary>The whole and its establishments.</summary>
    Flat,

    /// <summary>The same, and each is too small ever to be shown by itself.</summary>
    Small,

    /// <summary>Some establishments are grouped, others are of no group.</summary>
    Mixed,
}

/// <summary>
/// A campaign drawn from a seed: establishments of 1 to 500 answers, most of them small; answers that resemble each other within an establishment,
/// an age, a way of answering; trickles, bursts, paper that comes late and over several days, answers taken back, two establishments that merge, one that is set aside whole and perhaps comes back (S23).
/// </summary>
public sealed class World
{
    public const int ClosingDay = 60, LastDay = 70;
    const double MedianSize = 25, Spread = 1.0;
    /// <summary>A place this small tells how many it is; most are under ten and lend from the first day, the others wait for the end.</summary>
    const int MostOfSmall = 7, NotAnswered = 3;
    public const double WithdrawalRate = 0.03;

    static readonly string[] Ages = ["18-39", "40-59", "60-74", "75+"], Ways = ["alone", "helped", "in-place"];

    public static readonly IReadOnlyList<ClosedQuestion> Questions =
    [
        new("welcome", [new("very-good", Favourable: true), new("good", Favourable: true), new("middling"), new("bad"), new("very-bad"), new("no-idea", Counted: false)]),
        new("respected", [new("yes", Favourable: true), new("no"), new("rather-not-say", Counted: false)], Sensitive: true),
        new("choice", [new("always", Favourable: true), new("sometimes"), new("never")]),
        new("wishes", [new("outings"), new("meals"), new("visits"), new("quiet")], Several: true),
        // A number, counted by classes.
        new("times", [new("C1"), new("C2"), new("C3"), new("C4"), new("C5"), new("C6"), new("C7"), new("C8")]),
    ];

    /// <summary>Questions whose draws are those of the first worlds, so that a seed stays what it was.</summary>
    const int First = 4;

    public static readonly IReadOnlyList<DeclaredCut> Cuts = [new("age", Ages), new("way", Ways)];

    readonly Random chance, other, papers;
    readonly List<SurveyedPopulation> populations = [new("all")];

    public World(int seed)
    {
        Seed = seed;
        (chance, other, papers) = (new Random(seed), new Random(~seed), new Random(seed ^ 0x5A5A5A));
        Shape = ShapeOf(seed);
        EndsAtOnce = papers.Next(2) == 0;
        AsideDay = other.Next(10, LastDay);
        if (other.Next(2) == 0) BackDay = other.Next(AsideDay + 1, LastDay + 1);
        var territories = chance.Next(2, 5);
        for (var t = 0; t < territories; t++)
        {
            var grouped = Shape is Shape.Territories || Shape is Shape.Mixed && t > 0;
            if (grouped) populations.Add(new($"t{t}", "all"));
            var establishments = Shape is Shape.Small ? chance.Next(20, 30) : chance.Next(5, 10);
            for (var e = 0; e < establishments; e++) People.AddRange(Establishment(grouped ? $"t{t}" : "all", $"t{t}e{e}"));
        }
        if (chance.Next(2) == 0) MergerDay = chance.Next(15, 55);
    }

    public int Seed { get; }

    public Shape Shape { get; }

    public static Shape ShapeOf(int seed) => (Shape)(seed % 4);

    /// <summary>Nobody knows at the end that papers will come: what is left of each place joins the level above at once.</summary>
    public bool EndsAtOnce { get; }

    /// <summary>As the product does (Results/PublishFigures): on the last day, and from the end on where nothing is awaited, until something comes all the same.</summary>
    public bool IsClosing(int day) => day == LastDay || day >= ClosingDay && (EndsAtOnce || !People.Exists(p => p.Day > ClosingDay)) && !People.Exists(p => p.Day > ClosingDay && p.Day <= day);

    public List<Person> People { get; } = [];

    /// <summary>On this day, if any, the second establishment of the first territory joins the first.</summary>
    public int? MergerDay { get; }

    /// <summary>From this day the first establishment of the second territory is set aside, until <see cref="BackDay"/> if it ever comes back.</summary>
    public int AsideDay { get; }

    public int? BackDay { get; }

    public const string Doubted = "t1e0";

    public bool IsAside(int day, string population) => population == Doubted && day >= AsideDay && !(day >= BackDay);

    public const string Merged = "t0e1", MergedInto = "t0e0";

    public SurveyDesign DesignOn(int day) => new([.. populations.Where(p => !(day >= MergerDay && p.Code == Merged))], Questions, Cuts);

    public string PlaceOn(int day, string home) => day >= MergerDay && home == Merged ? MergedInto : home;

    IEnumerable<Person> Establishment(string territory, string code)
    {
        var size = Math.Clamp((int)Math.Round(MedianSize * Math.Exp(Spread * Normal())), 1, 500);
        if (Shape is Shape.Small) size = 1 + (size % MostOfSmall);
        var eligible = (int)Math.Ceiling(size / (0.3 + (0.65 * chance.NextDouble())));
        populations.Add(new(code, territory, Shape is Shape.Small ? Math.Min(eligible, size + NotAnswered) : eligible));
        double[] ages = Mix(Ages.Length), ways = Mix(Ways.Length);
        var moods = Questions.Select(_ => 0.8 * Normal()).ToArray();
        var (arrival, peak, late) = (chance.Next(3), chance.Next(1, ClosingDay), chance.Next(4) == 0);
        for (var i = 0; i < size; i++)
        {
            var day = arrival == 0 ? chance.Next(1, ClosingDay + 1) : arrival == 1 ? Math.Clamp(peak + (int)(4 * Normal()), 1, ClosingDay) : (int)(ClosingDay * Math.Sqrt(chance.NextDouble())) + 1;
            // Paper: a box opened once, near the end, or keyed after it, some every day.
            if (late && chance.Next(3) == 0) day = peak % 2 == 0 ? ClosingDay - 2 : papers.Next(ClosingDay + 1, LastDay);
            day = Math.Min(day, LastDay);
            yield return Answer(code, i, day, Draw(ages), Draw(ways), moods);
        }
    }

    Person Answer(string code, int i, int day, int age, int way, double[] moods)
    {
        var (chosen, likely) = (new Dictionary<string, IReadOnlyList<string>>(), new Dictionary<string, double[]>());
        var own = 0.5 * Normal();
        for (var q = 0; q < Questions.Count; q++)
        {
            var question = Questions[q];
            var dice = q < First ? chance : other;
            var pull = moods[q] + own + (0.3 * (age - 1.5)) + (0.4 * (way - 1));
            var odds = question.Counted.Select((_, c) => Math.Exp(-0.9 * c + (pull * c * 0.6))).ToArray();
            var total = odds.Sum();
            likely[question.Code] = odds = [.. odds.Select(o => question.Several ? 1 / (1 + Math.Exp(0.7 - pull)) : o / total)];
            var silent = question.Choices.FirstOrDefault(c => !c.Counted);
            if (dice.NextDouble() < 0.05) continue;
            if (silent is not null && dice.NextDouble() < 0.06) chosen[question.Code] = [silent.Code];
            else if (question.Several) chosen[question.Code] = [.. question.Counted.Where((_, c) => c == 0 || dice.NextDouble() < odds[c]).Select(c => c.Code)];
            else chosen[question.Code] = [question.Counted[Draw(odds, dice)].Code];
        }
        var attributes = new Dictionary<string, string> { ["way"] = Ways[way] };
        if (chance.NextDouble() > 0.04) attributes["age"] = Ages[age];
        int? withdrawn = chance.NextDouble() < WithdrawalRate ? chance.Next(day + 1, LastDay + 1 + 1) : null;
        return new(new(string.Create(CultureInfo.InvariantCulture, $"{code}-{chance.Next():x8}-{i}"), code, attributes, chosen), code, day, withdrawn, likely);
    }

    double Normal() => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());

    /// <summary>Shares that differ from place to place, some nearly absent.</summary>
    double[] Mix(int values)
    {
        var shares = Enumerable.Range(0, values).Select(_ => Math.Exp(0.9 * Normal())).ToArray();
        return [.. shares.Select(s => s / shares.Sum())];
    }

    int Draw(double[] shares, Random? dice = null)
    {
        var point = (dice ?? chance).NextDouble() * shares.Sum();
        for (var i = 0; i < shares.Length - 1; i++) if ((point -= shares[i]) < 0) return i;
        return shares.Length - 1;
    }
}
