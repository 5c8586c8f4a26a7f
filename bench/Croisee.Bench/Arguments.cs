using System.Globalization;
using Croisee.Bench.Measure;

namespace Croisee.Bench;

/// <summary>Names, switches (--json) and options with a value (--port 5000), in any order.</summary>
public sealed class Arguments
{
    private static readonly HashSet<string> Switches = ["--json", "--quick", "--strict", "--help", "--acknowledge-early", "--survey"];
    private readonly Dictionary<string, string> options = [];

    public Arguments(IEnumerable<string> words)
    {
        var waiting = new Queue<string>(words);
        while (waiting.TryDequeue(out var word))
        {
            if (!word.StartsWith("--", StringComparison.Ordinal)) Names.Add(word);
            else if (Switches.Contains(word)) options[word] = "";
            else if (waiting.TryDequeue(out var value)) options[word] = value;
            else throw new BenchException($"{word} attend une valeur.");
        }
    }

    public List<string> Names { get; } = [];

    public bool Has(string name) => options.ContainsKey(name);

    public string? Text(string name) => options.GetValueOrDefault(name);

    public int Number(string name, int otherwise)
    {
        if (!options.TryGetValue(name, out var text)) return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new BenchException($"{name} attend un nombre entier.");
    }

    /// <exception cref="BenchException">An option is not one of these: a typing mistake must not be run as something else.</exception>
    public void Allow(params ReadOnlySpan<string> known)
    {
        foreach (var name in options.Keys)
        {
            if (!known.Contains(name)) throw new BenchException($"Option inconnue : {name}. Voir --help.");
        }
    }
}
