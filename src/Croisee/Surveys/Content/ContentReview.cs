using System.Text.RegularExpressions;

namespace Croisee.Surveys.Content;

/// <summary>One point of the checklist before publication: it warns, it does not forbid.</summary>
/// <param name="Rule">Identifier in domain.md, or none.</param>
public sealed record ReviewPoint(string? Question, string Sentence, string? Rule = null);

/// <summary>What a careful colleague would say of a questionnaire before it is put to people.</summary>
public static partial class ContentReview
{
    /// <summary>A question that asks for what tells one person from the others in a small unit, by its words.</summary>
    [GeneratedRegex(@"^\W*(nom|prénom|âge|sexe|genre|adresse|téléphone|courriel|e-?mail|métier|profession|fonction|chambre|date de naissance)\b|\b(votre|vos|ton|ta|tes|quel est l[ea']?|quelle est la)\s+(nom|prénom|âge|sexe|genre|adresse|numéro|téléphone|courriel|e-?mail|métier|profession|fonction|poste|date de naissance|année de naissance)s?\b|\bquel âge\b|\bnuméro de (chambre|dossier|téléphone|sécurité)|\bvous appelez-vous\b|\bêtes-vous née?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 200)]
    private static partial Regex AsksWho();

    /// <summary>Most questions in easy mode (SCL-R5).</summary>
    public const int EasyQuestionsMax = 12;
    /// <summary>Describing questions by which results are cut; with more, a combination may name somebody in a small unit (CMP-R8).</summary>
    public const int DescribingMax = 1;
    /// <summary>Persons under which another method than a questionnaire is proposed (CMP-R4).</summary>
    public const int SmallUnit = 15;

    /// <summary>« Je ne sais pas » and « Je ne veux pas répondre » are two: who does not know has nothing to refuse, and the other way round (SCL-R1).</summary>
    const int SilentBoth = 2;

    /// <summary>Minutes to answer, an estimate: reading at 150 words a minute, 5 seconds to choose, 60 to write.</summary>
    public static int Minutes(QuestionnaireContent content)
    {
        var words = content.Questions.Sum(q => WordsIn(q.Text) + q.Options.Sum(o => WordsIn(o.Text)) + q.Items.Sum(i => WordsIn(i.Text)));
        var acts = content.Fields.Sum(f => f.Question.Kind is QuestionKind.LongText ? 60 : f.Question.Kind is QuestionKind.Ranking or QuestionKind.ShortText ? 20 : 5);
        return Math.Max(1, (int)Math.Ceiling((words / 150.0) + (acts / 60.0)));
    }

    static int WordsIn(Wording wording) => wording.Text.Count(char.IsWhiteSpace) + 1;

    public static IReadOnlyList<ReviewPoint> Of(QuestionnaireContent content) =>
        [.. Silence(content), .. WordsReview.Of(content), .. Screens(content), .. Anonymity(content), .. Scale(content), .. Conditions(content), .. Proxies(content), .. WordsReview.Voices(content), .. Length(content)];

    static IEnumerable<ReviewPoint> Silence(QuestionnaireContent content) =>
        content.Questions.Where(q => q.Kind is QuestionKind.Single or QuestionKind.Multiple && q.Options.Count(o => o.Silent) < SilentBoth)
            .Select(q => new ReviewPoint(q.Code, "Ajoutez « Je ne sais pas » et « Je ne veux pas répondre » aux réponses possibles.", "SCL-R1"));

    static IEnumerable<ReviewPoint> Screens(QuestionnaireContent content)
    {
        if (content.Fields.Count() > EasyQuestionsMax) yield return new(null, $"{content.Fields.Count()} écrans en version facile : {EasyQuestionsMax} au plus fatiguent moins.", "SCL-R5");
    }

    static IEnumerable<ReviewPoint> Anonymity(QuestionnaireContent content)
    {
        if (content.Questions.Count(q => q.Describes) > DescribingMax) yield return new(null, "Plusieurs questions décrivent la personne. Ensemble, dans une petite structure, elles peuvent désigner quelqu’un. Les résultats n’emploient que la première : retirez les autres.", "CMP-R8");
        foreach (var question in content.Questions.Where(q => q.Kind is QuestionKind.Day || q.Kind is QuestionKind.Number && q.Most is null or > 10))
            yield return new(question.Code, "Une date ou un nombre précis peut désigner quelqu’un : proposez plutôt des tranches.", "CMP-R8");
        foreach (var question in content.Questions.Where(q => !q.Describes && q.Kind is not QuestionKind.Day && AsksWho().IsMatch(q.Text.Text)))
            yield return new(question.Code, "Cette question peut dire qui répond : retirez-la, ou cochez « décrit la personne » et proposez de larges tranches.", "CMP-R8");
        foreach (var question in content.Questions.Where(q => !q.Sensitive))
            if (CareWords.In(question) is { } word) yield return new(question.Code, $"« {word} » : si elle parle de soins, de douleur ou de santé, cochez « Elle parle de soins ou de douleur ». Une enquête où l’on signe ne peut pas la poser.", "CMP-R8");
        // What is written in its stead takes the place of the house's own reminder.
        foreach (var question in content.Questions.Where(q => q.Kind.IsText() && q.Help is { } help && !help.Text.Contains("nom", StringComparison.OrdinalIgnoreCase)))
            yield return new(question.Code, "Rappelez sous la question de ne pas écrire de nom, ni rien sur la santé de quelqu’un.", "RGP-R2");
    }

    static IEnumerable<ReviewPoint> Scale(QuestionnaireContent content)
    {
        var scales = content.Questions.Where(q => q.Kind.HasScale()).Select(q => q.Scale).Distinct().Count();
        if (scales > 2) yield return new(null, $"{scales} échelles différentes : une ou deux suffisent, toujours dans le même sens.", "SCL-R2");
        // A yes stands first, as one says it; every other scale goes from the worst to the best. Faces are known by their picture, not by their place (domain 5.9 puts them beside yes and no).
        var used = content.Questions.Where(q => q.Kind.HasScale()).ToList();
        if (used.Any(q => q.Scale is "V-OUINON") && used.FirstOrDefault(q => q.Scale is not ("V-OUINON" or "V-VISAGE3" or "V-VISAGE5")) is { } other)
            yield return new(other.Code, "Ses réponses vont de la plus défavorable à la plus favorable, alors que « Oui » vient avant « Non » ailleurs. Prenez une même échelle pour toutes.", "SCL-R2");
        foreach (var question in used)
            if (Scales.CautionOf(question.Scale) is { } caution) yield return new(question.Code, caution, question.Scale);
    }

    static IEnumerable<ReviewPoint> Conditions(QuestionnaireContent content)
    {
        foreach (var (question, words, condition) in content.Conditions())
            if (condition.Lines.Select(l => (Line: l, Read: content.Find(l.Reads.First()))).FirstOrDefault(l => l.Read is not null && ConditionSense.HoldsForNobody(l.Line, l.Read)) is { Read: { } read })
                yield return new(question, $"{(question is null ? $"La condition de « {words} »" : "Sa condition")} attend une valeur que la réponse à « {read.Text.Text} » ne peut pas avoir : cette ligne n’est vraie pour personne.");
    }

    /// <summary>Somebody wrote it for whoever answers in a person's place: « D’après vous, votre proche… » (PRX-R3). Otherwise nobody is asked to: they would answer about themselves.</summary>
    public static bool IsWordedForProxies(this QuestionnaireContent content) => content.Questions.Any(q => q.Text.IsForProxies || q.Items.Any(i => i.Text.IsForProxies));

    static IEnumerable<ReviewPoint> Proxies(QuestionnaireContent content)
    {
        if (!content.IsWordedForProxies()) yield break;
        foreach (var question in content.Questions.Where(q => q.Kind is not QuestionKind.Information))
        {
            if (!question.Text.IsForProxies) yield return new(question.Code, "D’autres questions ont des mots pour qui répond à la place d’un proche, celle-ci non : écrivez-les, ou il répondra sur lui-même.", "PRX-R3");
            if (question.Items.FirstOrDefault(i => !i.Text.IsForProxies) is { } phrase) yield return new(question.Code, $"« {phrase.Text.Text} » n’a pas de mots pour qui répond à la place d’un proche : écrivez-les, ou il répondra sur lui-même.", "PRX-R3");
        }
    }

    static IEnumerable<ReviewPoint> Length(QuestionnaireContent content)
    {
        if (Minutes(content) > 15) yield return new(null, $"Environ {Minutes(content)} minutes : au-delà de 15, beaucoup s’arrêtent en route.");
    }
}
