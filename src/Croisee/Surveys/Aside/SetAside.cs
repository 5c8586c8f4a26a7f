using Croisee.Data;
using Croisee.Journal;
using Croisee.Rules;

namespace Croisee.Surveys.Aside;

/// <summary>
/// Answers that look stuffed and are not counted while this lasts (S23): what came to a place on one day, that nobody answers for and that is in no figure yet, or a whole place with all that it
/// counted. Never one person, and never part of what was published: the difference of two publications would say what they answered (docs/decisions/0115). It ends whenever
/// somebody entitled says so, until the last figures.
/// </summary>
public sealed class SetAside : IAudited
{
    public const int ReasonMax = JournalEntry.ReasonMax;
    /// <summary>V-CANAL of what somebody answers for: a paper that the team keyed in, a card that was spent. How else an answer came, it says itself: whoever floods writes « par=borne » behind the address.</summary>
    public static readonly string[] Vouched = ["CAN_PAPIER", "CAN_CODE"];
    /// <summary>V-CANAL of a device without a network: one that was made ready before a place gave cards goes on without them.</summary>
    public const string Device = "CAN_HORS_LIGNE";

    SetAside() { }

    /// <param name="day">Null for the whole place.</param>
    /// <param name="by">Null where the product noticed it by itself.</param>
    public SetAside(Survey survey, SurveyPlace place, DateOnly? day, string reason, Guid? by, DateTime now)
    {
        Movable(survey, "Reason");
        reason = reason.Trim();
        if (reason.Length is 0 or > ReasonMax) throw new RuleBroken("S23", $"Dites pourquoi, en {ReasonMax} caractères au plus.", "Reason");
        if (day < survey.OpensOn || day > now.ParisDay()) throw new RuleBroken("S23", "Choisissez un jour entre l’ouverture de l’enquête et aujourd’hui.", "Day");
        Id = Guid.CreateVersion7();
        (SurveyId, PlaceId, Day, Reason, ById, Since) = (survey.Id, place.Id, day, reason, by, now.ParisDay());
    }

    public Guid Id { get; private set; }
    public Guid SurveyId { get; private set; }
    public Guid PlaceId { get; private set; }
    public DateOnly? Day { get; private set; }
    public string Reason { get; private set; } = "";
    public Guid? ById { get; private set; }
    public DateOnly Since { get; private set; }
    public DateOnly? EndedOn { get; private set; }
    /// <summary>Who looked at what the product had set aside and leaves it so, and when.</summary>
    public Guid? LeftById { get; private set; }
    public DateOnly? LeftOn { get; private set; }
    /// <summary>Of a whole place: the figures go without it since a publication.</summary>
    public bool TakenOut { get; private set; }
    public int Version { get; private set; }
    Guid IAudited.AuditedId => SurveyId;

    public bool IsOn => EndedOn is null;
    public bool IsWhole => Day is null;
    /// <summary>Nobody but the product decided yet.</summary>
    public bool IsUndecided => IsOn && ById is null && LeftById is null;

    public bool Holds(AnswerSheet sheet) => IsOn && sheet.PlaceId == PlaceId && (IsWhole || sheet.Day == Day && !Vouched.Contains(sheet.Channel));

    public void End(Survey survey, DateTime now)
    {
        Movable(survey, "Reason");
        EndedOn ??= now.ParisDay();
    }

    public void LeaveBy(Guid person, Survey survey, DateTime now)
    {
        Movable(survey, "Reason");
        if (!IsUndecided) throw new RuleBroken("S23", "Quelqu’un a déjà décidé pour ces réponses.", "Reason");
        (LeftById, LeftOn) = (person, now.ParisDay());
    }

    internal void Leaves(bool figures) => TakenOut = figures;

    static void Movable(Survey survey, string field)
    {
        if (survey.SettledAt is not null) throw new RuleBroken("S23", "Les résultats définitifs sont publiés : plus rien ne change.", field);
        if (survey.IsSigned) throw new RuleBroken("S23", "Ici, les réponses portent un nom et ne sont pas comptées.", field);
    }
}
