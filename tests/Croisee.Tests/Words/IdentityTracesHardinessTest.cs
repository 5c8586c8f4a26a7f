using System.Diagnostics;
using System.Text;
using Croisee.Words;
using Xunit;

namespace Croisee.Tests.Words;

[Trait("kind", "pure")]
public sealed class IdentityTracesHardinessTest(ITestOutputHelper output)
{
    private const int Length = 100_000;
    /// <summary>The step of a thread's clock, in milliseconds: below it nothing can be said.</summary>
    private const double Tick = 10;

    private static readonly string[] Repeats =
    [
        "Mme ", "M. et ", "Mme Le De ", "a", "A", "@", "a@", "a.b@c.", "0", "1", "06 ", "+33 ", "(0)", "1 2 3 ", "de la ", "Jean ", "Jean-", "Jean, ", "née le ", "né le 1 ", "12/", "12 mars ",
        "chambre ", "chambre 1", "ch. ", "la 104 ", "est ", "elle a un ", "atteinte de ", "diabétique, ", "souffre d’un ", "son diabète ", "l’", "’", "-", "\n", " ", "\u200B", "\u0301", "\uD83D\uDE00", "\uD800",
        "un deux trois ", "zéro ", "mille-", "et ", "Un résident, très ", "arobase ", "a point ", "(at)", "Mmes A, ", "vieux ", "suivi par un ", "« ", "Jean et ", ". ", "M.",
    ];

    /// <summary>A ratio inside one run: a whole text costs as much as its eight eighths when the time is linear, eight times as much when it is not.</summary>
    [Fact, Trait("kind", "slow")]
    public void Stays_linear_when_the_text_is_long_and_hostile()
    {
        Best(Repeats[0] + Sentences(200), Length, times: 4);
        var slow = new List<string>();
        foreach (var repeat in Repeats.Append(Sentences(5000)))
        {
            var (whole, eighths) = (Best(repeat, Length, times: 1), Best(repeat, Length / 8, times: 8));
            var name = repeat[..Math.Min(20, repeat.Length)].Replace("\n", "\\n", StringComparison.Ordinal);
            output.WriteLine($"{whole,7:F1} ms, {eighths,7:F1} ms in eighths  {name}");
            if (whole > 4 * Math.Max(eighths, Tick)) slow.Add($"{name}: {whole:F0} ms, {eighths:F0} ms in eighths");
        }
        Assert.True(slow.Count == 0, string.Join("; ", slow));
    }

    /// <summary>The best of five, in time of this thread where the system tells it: the machine is shared, the algorithm is not.</summary>
    private static double Best(string repeat, int length, int times)
    {
        var text = new StringBuilder(length + repeat.Length);
        while (text.Length < length) text.Append(repeat);
        var input = text.ToString(0, length);
        return Enumerable.Range(0, 5).Min(_ =>
        {
            var (before, watch) = (ThreadMilliseconds(), Stopwatch.StartNew());
            for (var n = 0; n < times; n++) IdentityTraces.Remove(input, IdentityTraces.Find(input));
            var after = ThreadMilliseconds();
            return after > 0 ? after - before : watch.Elapsed.TotalMilliseconds;
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Gives_sorted_separate_spans_inside_the_text_when_the_text_is_noise(int seed)
    {
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        string[] pieces = [.. Repeats, "Mme Dupont", "06 12 34 56 78", "2 55 08 14 168 025 38", "josette@exemple.fr", "né le 3 mai 1940", "chambre 12", "il est autiste", "\u202E", "ה", "ﷺ", "𝓜𝓶𝓮", "\uDC00", "\0", "ß", "ǅ", "İ", ",", "(", ")"];
        for (var n = 0; n < 3000; n++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 25)).Select(_ => pieces[random.Next(pieces.Length)] + (random.Next(2) == 0 ? " " : "")));
            if (random.Next(4) == 0) text = text[random.Next(text.Length)..];
            var traces = IdentityTraces.Find(text);
            var at = 0;
            foreach (var trace in traces)
            {
                Assert.True(trace.Start >= at && trace.Length > 0 && trace.End <= text.Length, $"{text} {trace}");
                at = trace.End;
            }
            Assert.NotNull(IdentityTraces.Remove(text, traces));
            Assert.NotNull(IdentityTraces.Remove(text, traces.Select(t => t with { Start = t.Start + random.Next(-5, 50) })));
        }
    }

    [Fact]
    public void Leaves_the_rest_of_the_text_when_it_removes()
    {
        var text = Sentences(500);
        var removed = IdentityTraces.Remove(text, IdentityTraces.Find(text));
        Assert.DoesNotContain("Kerbrat", removed, StringComparison.Ordinal);
        Assert.DoesNotContain("06 12", removed, StringComparison.Ordinal);
        Assert.Contains("a relu la fiche avec le groupe du mardi", removed, StringComparison.Ordinal);
    }

    private static double ThreadMilliseconds()
    {
        const string Own = "/proc/thread-self/schedstat";
        return File.Exists(Own) && long.TryParse(File.ReadAllText(Own).Split(' ')[0], out var nanoseconds) ? nanoseconds / 1e6 : 0;
    }

    private static string Sentences(int length)
    {
        const string One = "Mme Kerbrat, née le 3 mai 1940, a relu la fiche avec le groupe du mardi. Elle est diabétique (chambre 12) ; on l’appelle au 06 12 34 56 78. Les personnes sourdes ont un interprète. ";
        var text = new StringBuilder();
        while (text.Length < length) text.Append(One);
        return text.ToString();
    }
}
