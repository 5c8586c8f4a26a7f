using System.Collections.Frozen;
using Croisee.Surveys.Content;

namespace Croisee.Surveys.Instruments;

/// <summary>The questionnaires of domain 5.9 and the « Double regard » of 4.2, in our words and free to use, standard and easy. They are to be tried with persons before use.</summary>
public static class ReadyInstruments
{
    static readonly string[] Order = ["acces-aux-soins-facile", "participation-facile", "double-regard-personnes", "double-regard-professionnels", "professionnels", "acces-aux-soins-grille", "participation-grille"];

    static readonly Lazy<FrozenDictionary<string, QuestionnaireContent>> Read = new(() => Order.ToFrozenDictionary(n => n, Load, StringComparer.Ordinal));

    public static IEnumerable<(string Name, QuestionnaireContent Content)> All => Order.Select(n => (n, Read.Value[n]));

    public static QuestionnaireContent? Find(string? name) => name is null ? null : Read.Value.GetValueOrDefault(name);

    static QuestionnaireContent Load(string name)
    {
        using var stream = typeof(ReadyInstruments).Assembly.GetManifestResourceStream($"Croisee.Surveys.Instruments.{name}.json")!;
        using var text = new StreamReader(stream);
        return ContentJson.Read(text.ReadToEnd());
    }
}
