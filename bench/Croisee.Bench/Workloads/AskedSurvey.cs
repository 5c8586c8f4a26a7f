using System.Text.Json;
using Croisee.Bench.Exchange;
using Croisee.Bench.Measure;

namespace Croisee.Bench.Workloads;

/// <summary>The survey of quality.md D.1 as a questionnaire of the product: the ceiling's twenty questions, under the same rules.</summary>
public static class AskedSurvey
{
    /// <summary>Opens it in <paramref name="data"/>, before a server runs there.</summary>
    /// <returns>The code of its place.</returns>
    public static string Open(Stage stage, string data, string? database = null)
    {
        var file = Path.Combine(stage.Folder(), "vingt-questions.json");
        File.WriteAllText(file, Questionnaire());
        var verb = Verb.On(database, stage.Product, data, "enquete", file, "Lieu de mesure");
        var code = verb.Said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "";
        return verb.ExitCode == 0 && code.Length == 6 ? code : throw new BenchException($"L’enquête ne s’ouvre pas : {verb.Said}");
    }

    private static string Questionnaire()
    {
        static object Text(int number) => new { text = $"Question {number} : que diriez-vous de la place donnée aux personnes ?" };
        static object Choice(int number, int options, bool required) => new { code = $"q{number}", kind = "single", text = Text(number), required, options = Enumerable.Range(1, options).Select(n => new { code = $"R{n}", text = new { text = $"Réponse {n}" } }) };
        static object Scale(int number, string scale, bool required) => new { code = $"q{number}", kind = "scale", text = Text(number), required, scale };
        object[] questions =
        [
            Choice(1, 10, required: true), Choice(2, 6, required: false), Choice(3, 4, required: false),
            .. Enumerable.Range(4, 15).Select(n => Scale(n, "V-ACCORD5", n < 9)),
            Scale(19, "V-NOTE10", required: false),
            new { code = "q20", kind = "longText", text = new { text = "Question 20 : dites-nous plus" } },
        ];
        return JsonSerializer.Serialize(new { title = new { text = "Vingt questions" }, sections = new[] { new { code = "p1", questions } } });
    }
}
