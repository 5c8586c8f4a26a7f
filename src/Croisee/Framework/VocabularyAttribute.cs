using System.ComponentModel.DataAnnotations;

namespace Croisee.Framework;

/// <summary>An answer chosen from a closed list: a code, or several, each of which the vocabulary must know.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class VocabularyAttribute(string vocabulary) : ValidationAttribute("Cette réponse n’est pas dans la liste. Choisissez parmi les réponses proposées.")
{
    public string Vocabulary { get; } = vocabulary;

    public override bool IsValid(object? value) => value switch
    {
        null or "" => true,
        string code => Vocabularies.Get(Vocabulary).Has(code),
        IEnumerable<string> codes => codes.All(c => Vocabularies.Get(Vocabulary).Has(c)),
        IEnumerable<KeyValuePair<string, string>> pairs => pairs.All(p => string.IsNullOrEmpty(p.Value) || Vocabularies.Get(Vocabulary).Has(p.Value)),
        _ => false,
    };
}
