using System.Text.RegularExpressions;
using Croisee.Words;

namespace Croisee.Surveys.Content;

/// <summary>
/// Whether a question speaks of care, pain, treatment or illness, by its words and those of its answers (CMP-R8): its author may have forgotten to say so, and a file
/// from elsewhere cannot. Words mislead both ways, so this asks somebody to look and decides nothing by itself.
/// </summary>
public static partial class CareWords
{
    const int ShortestListed = 4;

    [GeneratedRegex(@"\b(soins?|soign\w*|douleurs?|douloureu\w*|souffr\w*|mal (à|au|aux)|maladies?|malades?|traitements?|médicaments?|médicale?s?|médicaux|médecins?|ordonnances?|infirmi\w*|psychiatr\w*|psychologi\w*|chirurg\w*|dentistes?|kiné\w*|hôpital|hôpitaux|hospitali\w*|urgences|santé|diagnosti\w*|vaccin\w*|symptômes?|guéri\w*|thérap\w*|allergi\w*|rééducation|convalescence|grossesse|suicid\w*|contracepti\w*)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Said();

    [GeneratedRegex(@"\p{L}[\p{L}-]*", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Word();

    /// <summary>The first such word of the question, its phrases or its answers; null where there is none.</summary>
    public static string? In(AskedQuestion question) => Texts(question).SelectMany(w => new[] { w.Text, w.Easy }).OfType<string>().Select(Find).OfType<string>().FirstOrDefault();

    static IEnumerable<Wording> Texts(AskedQuestion question) =>
        [question.Text, .. question.Items.Select(i => i.Text), .. question.Options.Where(o => !o.Silent).Select(o => o.Text)];

    static string? Find(string text) => Said().Match(text) is { Success: true } said ? said.Value : Word().Matches(text).Select(m => m.Value).FirstOrDefault(IsIllness);

    static bool IsIllness(string word) => word.Length >= ShortestListed && EasyCut.Fold(word) is var folded && HealthWords.IsListed(folded) && !HealthWords.IsVague(folded) && !HealthWords.IsWeakAdjective(folded);
}
