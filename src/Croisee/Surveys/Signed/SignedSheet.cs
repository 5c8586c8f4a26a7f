using Croisee.Rules;
using Croisee.Surveys.Content;

namespace Croisee.Surveys.Signed;

/// <summary>
/// What one person answered under a name, in a survey of the signed kind and only there. Read by the team of the survey, one by one; never counted with anonymous
/// answers, never published.
/// </summary>
public sealed class SignedSheet
{
    public const int NameMax = 100;

    SignedSheet() { }

    /// <param name="id">From <see cref="SheetKey"/>.</param>
    public SignedSheet(Guid id, Survey survey, SurveyPlace place, DateOnly day, string? mode, string? name, string answers)
    {
        if (!survey.IsSigned) throw new RuleBroken("SUR-NAMES", "Cette enquête est anonyme : elle ne garde aucun nom.");
        (Id, SurveyId, PlaceId, Day, Mode, Name, Answers) = (id, survey.Id, place.Id, day, mode, NameOf(name), answers);
    }

    /// <summary>As kept: any name that the person wants to be known by.</summary>
    public static string NameOf(string? typed) => typed?.Trim() is { Length: > 0 and <= NameMax } name ? name : throw new RuleBroken("SUR-NAMES", $"Écrivez le nom sous lequel l’équipe lira vos réponses, en {NameMax} caractères au plus.", "Name");

    public Guid Id { get; private set; }
    public Guid SurveyId { get; private set; }
    public Guid PlaceId { get; private set; }
    public DateOnly Day { get; private set; }
    /// <summary>V-MODE-REPONSE.</summary>
    public string? Mode { get; private set; }
    public string Name { get; private set; } = "";
    /// <summary>JSON, field code to codes chosen or text typed.</summary>
    public string Answers { get; private set; } = "{}";

    public GivenAnswers Given() => AnswerSheet.Read(Answers);
}
