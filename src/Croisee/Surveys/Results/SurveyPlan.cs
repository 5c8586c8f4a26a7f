using Croisee.Surveys.Content;
using Croisee.Surveys.Disclosure;

namespace Croisee.Surveys.Results;

/// <summary>What a survey will show, fixed before its first answer (R3): every closed question, and numbers and dates by classes, for the whole, for each grouping of places and for each place, cut by the way of answering and by one question that describes the person: a third attribute would make groups of one.</summary>
public static class SurveyPlan
{
    public const string Whole = "tout";
    /// <summary>The attribute of the way of answering: alone, helped, in the person's place (PRX-R1).</summary>
    public const string How = "maniere";
    public const string Alone = "seul", Helped = "aide", InPlace = "a-la-place", Together = "groupe";

    const string Grouping = "regroupement:";

    public static string PopulationOf(Guid place) => place.ToString("N");

    /// <summary>Of places that are shown together, between each of them and the whole.</summary>
    public static string PopulationOf(string grouping) => Grouping + grouping;

    /// <param name="aside">Places set aside whole: who could answer there is no part of the whole while they are (CMP-R6).</param>
    public static SurveyDesign Of(Survey survey, QuestionnaireContent content, IReadOnlySet<Guid>? aside = null)
    {
        int? Eligible(IEnumerable<SurveyPlace> places)
        {
            var counted = places.Where(p => aside?.Contains(p.Id) is not true).ToList();
            return counted.TrueForAll(p => p.Eligible is not null) ? counted.Sum(p => p.Eligible) : null;
        }

        IReadOnlyList<SurveyedPopulation> populations =
        [
            new(Whole, null, Eligible(survey.Places)),
            .. survey.Places.Where(p => p.Grouping is not null).GroupBy(p => p.Grouping!, StringComparer.Ordinal).Select(g => new SurveyedPopulation(PopulationOf(g.Key), Whole, Eligible(g))),
            .. survey.Places.Select(p => new SurveyedPopulation(PopulationOf(p.Id), p.Grouping is { } grouping ? PopulationOf(grouping) : Whole, p.Eligible)),
        ];
        IReadOnlyList<DeclaredCut> cuts = [new(How, [Alone, Helped, InPlace, Together]), .. Cuts(content).Select(q => new DeclaredCut(q.Code, [.. q.Choices().Where(c => !IsSilent(q, c))]))];
        // What is counted by classes stands last: histories of surveys that began before it was keep their places.
        return new SurveyDesign(populations, [.. Shown(content).Where(f => f.Question.Kind.IsClosed()).Select(Asked), .. Shown(content).Where(f => CountedClasses.Counts(f.Question.Kind)).Select(f => ByClasses(f, survey.OpensOn.Year))], cuts);
    }

    /// <summary>The fields that have a result, in the order of the questionnaire.</summary>
    public static IEnumerable<AnswerField> Shown(QuestionnaireContent content) =>
        content.Fields.Where(f => (f.Question.Kind.IsClosed() || CountedClasses.Counts(f.Question.Kind)) && !f.Question.Describes);

    static ClosedQuestion ByClasses(AnswerField field, int year) =>
        new(field.Code, [.. CountedClasses.Of(field.Question, year).Select(c => new AnswerChoice(c.Code))], Sensitive: field.Question.Sensitive);

    /// <summary>A description of the person that every answer gives once. It cuts the other questions and is not shown by itself: its own small shares would undo what the cuts hide.</summary>
    internal static IEnumerable<AskedQuestion> Cuts(QuestionnaireContent content) =>
        content.Questions.Where(q => q.Describes && (q.Kind is QuestionKind.Single or QuestionKind.Scale)).Take(ContentReview.DescribingMax);

    static ClosedQuestion Asked(AnswerField field)
    {
        var question = field.Question;
        var favourable = question.Kind.HasScale() ? Scales.Of(question.Scale!).Favourable : [];
        var several = question.Kind is QuestionKind.Multiple;
        return new ClosedQuestion(field.Code, [.. question.Choices().Select(c => new AnswerChoice(c, !IsSilent(question, c), favourable.Contains(c)))], several, question.Sensitive);
    }

    public static bool IsSilent(AskedQuestion question, string choice) =>
        question.Kind.HasScale() ? Scales.Of(question.Scale!).Options.First(o => o.Code == choice).Silent : question.Options.FirstOrDefault(o => o.Code == choice)?.Silent is true;

    public static string? HowOf(string? mode) => mode switch
    {
        null => null,
        "seul" or "seul_avec_outil" => Alone,
        "proche_a_la_place" or "professionnel_a_la_place" or "observation" => InPlace,
        "groupe" => Together,
        _ => Helped,
    };
}
