using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Croisee.Words;

namespace Croisee.Surveys.Content;

/// <summary>
/// What the house itself says to whoever answers, and must be said in their language too: whether it is anonymous, who reads what, and how to go on, pass, come back later
/// or stop. Translated with a questionnaire, once for a language, beside the words of its scales.
/// </summary>
public static class HouseWords
{
    public const string Anonymous = "m.anonyme", NothingKept = "m.rien-garde", Shown = "m.montre", Free = "m.libre", NotSentYet = "m.pas-envoye", WholePage = "m.page", OneByOne = "m.une-a-une", Begin = "m.commencer",
        Next = "m.suivant", Pass = "m.passer", Back = "m.revenir", Keep = "m.garder", Stop = "m.effacer", StopSurely = "m.tout-effacer", GoOn = "m.continuer", Erased = "m.efface", Ready = "m.fini", Send = "m.envoyer", Arrived = "m.merci", Wrong = "m.erreur", Nothing = "m.rien-a-envoyer", NoNames = "m.sans-nom", Required = "m.obligatoire",
        TextsRead = "m.phrases", TextRead = "m.phrase", Analysts = "m.analystes",
        OnlyIf = "m.seulement-si", Unless = "m.sauf-si", And = "m.et", Or = "m.ou";

    /// <summary>Said to whoever sends nothing, where they may still answer or stop.</summary>
    public const string NothingToSend = "Vous n’avez répondu à aucune question : il n’y a rien à envoyer.", NothingToSendEasily = "Vous n’avez pas répondu. On ne peut rien envoyer.";

    static readonly (string Code, string French)[] Words =
    [
        (Anonymous, "Vos réponses sont anonymes."),
        (NothingKept, "Nous ne gardons ni votre nom, ni votre adresse, ni l’heure. Personne ne peut retrouver qui a répondu."),
        (Shown, "On montre des résultats en pourcentages, quand assez de personnes ont répondu. Jamais les réponses d’une seule personne."),
        (Free, "Vous pouvez passer une question, ou arrêter quand vous voulez."),
        (NotSentYet, "Rien n’est envoyé avant que vous appuyiez sur « Envoyer mes réponses »."),
        (WholePage, "Toutes les questions sur une page"),
        (OneByOne, "Une question à la fois, avec des images"),
        (Begin, "Commencer"),
        (Next, "Suivant"),
        (Pass, "Passer cette question"),
        (Back, "Revenir"),
        (Keep, "Garder pour plus tard"),
        (Stop, "Arrêter et effacer"),
        (StopSurely, "Oui, tout effacer"),
        (GoOn, "Non, continuer"),
        (Erased, "Vos réponses sont effacées"),
        (Ready, "C’est fini. On envoie ?"),
        (Send, "Envoyer mes réponses"),
        (Arrived, "Merci, vos réponses sont arrivées"),
        (Wrong, "Une réponse est à revoir. Rien n’est perdu."),
        (Nothing, NothingToSend),
        (NoNames, "N’écrivez pas de nom, ni rien sur la santé de quelqu’un."),
        (TextsRead, "L’équipe de l’enquête lit ce que vous écrivez. Elle peut le montrer à tout le monde."),
        (TextRead, "L’équipe de l’enquête lit ce texte."),
        (Analysts, "Des analystes déclarés peuvent lire les réponses une par une, sans nom."),
    ];

    /// <summary>Beside the answers of the scales: each is a text to translate.</summary>
    internal static readonly IReadOnlyList<AnswerOption> All = [.. Words.Select(w => new AnswerOption(w.Code, new Wording(w.French)))];

    /// <summary>Beside a question that must be answered: to translate only where there is one.</summary>
    internal static readonly AnswerOption MustAnswer = new(Required, new Wording("(il faut répondre)"));

    /// <summary>Before a question that is not for everybody, where all are on one page: to translate only where there is one.</summary>
    internal static readonly IReadOnlyList<AnswerOption> Conditions = [new(OnlyIf, new Wording("Seulement si :")), new(Unless, new Wording("Sauf si :")), new(And, new Wording("et")), new(Or, new Wording("ou"))];

    static readonly FrozenDictionary<string, string> CodeOfWord = All.Append(MustAnswer).Concat(Conditions).ToFrozenDictionary(w => w.Text.Text, w => w.Code, StringComparer.Ordinal);
    static readonly FrozenDictionary<string, string> WordOfCode = CodeOfWord.ToFrozenDictionary(w => w.Value, w => w.Key, StringComparer.Ordinal);

    /// <summary>All else that the house says around the questions: asked apart, where the house itself does not speak the language. Their code is drawn from the French: another sentence is another text.</summary>
    internal static readonly IReadOnlyList<AnswerOption> Around = [.. HouseTongues.Sentences.Where(s => !CodeOfWord.ContainsKey(s)).Select(s => new AnswerOption("s." + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(s)).AsSpan(0, 5)), new Wording(s)))];

    /// <summary>What is asked among the sentences around these questions: all that the questionnaire itself does not ask already, even what it has no use for yet, for a language is spoken whole or not at all.</summary>
    internal static IEnumerable<AnswerOption> AroundOf(QuestionnaireContent content)
    {
        var asked = content.Terms().Select(t => t.Text.Text).ToHashSet(StringComparer.Ordinal);
        return Conditions.Prepend(MustAnswer).Concat(Around).Where(w => !asked.Contains(w.Text.Text));
    }

    /// <summary>A sentence may be the answer of several scales too (« Je ne sais pas »): said once, under whichever code, it is said.</summary>
    static readonly FrozenDictionary<string, string[]> Codes = Scales.Each.SelectMany(s => s.Options).Append(AnswerOption.Unknown).Append(AnswerOption.Refusal).Concat(All).Append(MustAnswer).Concat(Conditions).Concat(Around)
        .GroupBy(w => w.Text.Text, StringComparer.Ordinal).ToFrozenDictionary(same => same.Key, same => same.Select(w => w.Code).Distinct().ToArray(), StringComparer.Ordinal);

    /// <summary>Every code under which this sentence may have been translated.</summary>
    internal static IReadOnlyList<string> CodesOf(string french) => Codes.GetValueOrDefault(french, []);

    /// <summary>Null where this language does not have it yet: French stands instead.</summary>
    /// <param name="word">By its code, « m.suivant », or a sentence by its French.</param>
    public static string? Said(this LanguageState? language, string word)
    {
        if (language is null) return null;
        var french = WordOfCode.GetValueOrDefault(word, word);
        return CodesOf(french).Select(code => language.Terms?.GetValueOrDefault(code)).FirstOrDefault(said => said is { Length: > 0 }) ?? HouseTongues.Said(language.Tag, french);
    }

    static readonly ConditionalWeakTable<QuestionnaireContent, ConcurrentDictionary<string, Speech?>> Speeches = new();

    /// <summary>How the house speaks around these questions; null where it lacks a sentence of this language, and the page around them stays French.</summary>
    public static Speech? SpeechIn(this QuestionnaireContent content, LanguageState language) => Speeches.GetOrCreateValue(content).GetOrAdd(language.Tag, _ =>
    {
        if (HouseTongues.Sentences.Any(s => language.Said(s) is null)) return null;
        // An answer that a refusal names is said in the author's words.
        var authored = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in content.TextsIn(language.Tag).Where(t => t.Said is not null)) authored.TryAdd(text.French, text.Said!);
        return new Speech(language.Tag, language.RightToLeft, sentence => language.Said(sentence) ?? authored.GetValueOrDefault(sentence));
    });
}
