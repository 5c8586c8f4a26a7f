using System.Text.Json;
using Croisee.Surveys.Content;

namespace Croisee.Browser;

/// <summary>A questionnaire with conditions, and answers to it, drawn from a seed.</summary>
sealed class DrawnQuestionnaire
{
    const int Questions = 10;
    readonly Random random;

    public DrawnQuestionnaire(int seed)
    {
        random = new Random(seed);
        var questions = Enumerable.Range(0, Questions).Select(Question).ToList();
        Content = new(new Wording("Tiré au sort")) { Sections = [new("a") { Questions = questions[..4] }, new("b") { Title = new Wording("Suite"), Questions = questions[4..], ShownIf = Maybe(4, 0.5) }] };
        Answers = questions.Where(_ => random.Next(4) > 0).ToDictionary(q => q.Code, Answer);
    }

    public QuestionnaireContent Content { get; }
    public Dictionary<string, string[]> Answers { get; }

    /// <summary>As the server walks it: the codes put, what is said before each and after the last, then those whose answer counts.</summary>
    public string Walked()
    {
        var given = new GivenAnswers(Answers);
        var told = Content.Told(given).ToList();
        var put = told.SelectMany(t => t.Question?.Fields().Select(f => f.Code) ?? []).ToList();
        List<string> said = [.. told.Select(t => string.Join('-', t.Said.Select(q => q.Code)))];
        return JsonSerializer.Serialize(new[] { put, said, [.. given.Values.Keys.Order(StringComparer.Ordinal)] });
    }

    AskedQuestion Question(int at) => random.Next(5) switch
    {
        3 => new AskedQuestion($"q{at}", QuestionKind.Information, new Wording("!")) { ShownIf = Maybe(at, 0.5) },
        0 => new AskedQuestion($"q{at}", QuestionKind.Scale, new Wording("?")) { Scale = "V-ACCORD5", ShownIf = Maybe(at, 0.6) },
        1 => new AskedQuestion($"q{at}", QuestionKind.Number, new Wording("?")) { ShownIf = Maybe(at, 0.6) },
        _ => new AskedQuestion($"q{at}", QuestionKind.Multiple, new Wording("?")) { Options = [new("A", new Wording("a")), new("B", new Wording("b")), new("C", new Wording("c"))], ShownIf = Maybe(at, 0.6) },
    };

    string[] Answer(AskedQuestion question) => question.Kind switch
    {
        QuestionKind.Scale => [question.Choices().ElementAt(random.Next(question.Choices().Count()))],
        QuestionKind.Number => [$"{random.Next(-3, 8)}"],
        QuestionKind.Information => [],
        _ => [.. new[] { "A", "B", "C" }.Where(_ => random.Next(2) == 0)],
    };

    /// <summary>Looks only back, as every condition does.</summary>
    Condition? Maybe(int at, double chance) => at > 0 && random.NextDouble() < chance ? Draw(at, 3) : null;

    Condition Draw(int at, int depth)
    {
        var field = $"q{random.Next(at)}";
        return random.Next(depth > 0 ? 7 : 4) switch
        {
            0 => new Answered(field),
            1 => new Chosen(field, random.Next(2) == 0 ? "A" : "ACC5_4"),
            2 => new Compared(field, (Comparison)random.Next(5), random.Next(-2, 6)),
            3 => new Counted(field, (Comparison)random.Next(5), random.Next(0, 4)),
            4 => new AllOf([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Draw(at, depth - 1))]),
            5 => new AnyOf([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Draw(at, depth - 1))]),
            _ => new Not(Draw(at, depth - 1)),
        };
    }
}
