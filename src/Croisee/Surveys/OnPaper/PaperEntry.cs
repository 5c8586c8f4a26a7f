using Croisee.Rules;

namespace Croisee.Surveys.OnPaper;

/// <summary>
/// A paper that somebody keyed in: who and which day (S43), under the number written on the sheet. In double entry its answers wait here until a second
/// person keyed the same paper; then they are counted and forgotten here. What was counted is never joined to who keyed it.
/// </summary>
public sealed class PaperEntry
{
    public const int NumberMax = 99_999;

    PaperEntry() { }

    public PaperEntry(Survey survey, SurveyPlace place, int number, Guid by, DateOnly day)
    {
        if (number is < 1 or > NumberMax) throw new RuleBroken("PAP-NUMBER", $"Le numéro d’une feuille va de 1 à {NumberMax}.", "Number");
        (SurveyId, PlaceId, Number, ById, Day) = (survey.Id, place.Id, number, by, day);
    }

    public Guid SurveyId { get; private set; }
    public Guid PlaceId { get; private set; }
    public int Number { get; private set; }
    public Guid ById { get; private set; }
    public DateOnly Day { get; private set; }
    /// <summary>What was keyed first, in double entry, until the second time.</summary>
    public string? Waiting { get; private set; }
    public Guid? CheckedById { get; private set; }

    public bool Waits => Waiting is not null;

    public void Wait(string answers) => Waiting = answers;

    /// <summary>Counted as it was keyed the first time: nobody keyed it a second time while papers were taken.</summary>
    internal Content.GivenAnswers LetGo()
    {
        var given = AnswerSheet.Read(Waiting!);
        Waiting = null;
        return given;
    }

    public void Check(Guid by) => (CheckedById, Waiting) = (by, null);
}
