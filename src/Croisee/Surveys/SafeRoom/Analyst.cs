using Croisee.Data;
using Croisee.People;
using Croisee.Rules;

namespace Croisee.Surveys.SafeRoom;

/// <summary>
/// Somebody declared for one survey, for a purpose and until a day, who may see its raw table in the safe room (quality.md R3). The declaration opens
/// nothing before the person accepted the engagement.
/// </summary>
public sealed class Analyst : IAudited
{
    public const int PurposeMax = 500, MonthsMax = 12;

    Analyst() { }

    /// <param name="until">Last day, inclusive, Europe/Paris; at most twelve months ahead.</param>
    public Analyst(Survey survey, Person person, Guid declaredById, string purpose, DateOnly until, DateTime now)
    {
        var today = now.ParisDay();
        // Two persons stand behind each entry: who answers for the survey, and who looks.
        if (person.Id == declaredById) throw new RuleBroken("SAF-SELF", "On ne se déclare pas soi-même : demandez à une autre personne qui administre.", "Email");
        purpose = purpose.Trim();
        if (purpose.Length is 0 or > PurposeMax) throw new RuleBroken("SAF-PURPOSE", $"Dites à quoi servira cette analyse, en {PurposeMax} caractères au plus.", "Purpose");
        if (until < today) throw new RuleBroken("SAF-UNTIL", "Ce jour est déjà passé.", "Until");
        if (until > today.AddMonths(MonthsMax)) throw new RuleBroken("SAF-UNTIL", $"Choisissez un jour dans les {MonthsMax} mois : on peut déclarer de nouveau ensuite.", "Until");
        Id = Guid.CreateVersion7();
        Reference = Rules.Reference.New();
        (SurveyId, PersonId, Person, DeclaredById, Purpose, Until, DeclaredAt) = (survey.Id, person.Id, person, declaredById, purpose, until, now);
    }

    public Guid Id { get; private set; }
    public string Reference { get; private set; } = "";
    public Guid SurveyId { get; private set; }
    public Guid PersonId { get; private set; }
    public Person Person { get; private set; } = null!;
    public Guid DeclaredById { get; private set; }
    /// <summary>What the analysis is for, read by whoever reads the room's log.</summary>
    public string Purpose { get; private set; } = "";
    public DateTime DeclaredAt { get; private set; }
    /// <summary>Last day, inclusive, Europe/Paris.</summary>
    public DateOnly Until { get; private set; }
    /// <summary>When the person accepted the engagement; the room stays shut before.</summary>
    public DateTime? PledgedAt { get; private set; }
    public DateTime? EndedAt { get; private set; }
    public int Version { get; private set; }
    /// <summary>A part of the survey's life: the journal tells of it there.</summary>
    Guid IAudited.AuditedId => SurveyId;

    public bool IsDeclaredAt(DateTime now) => EndedAt is null && now < Until.EndOfParisDay();

    public void Pledge(DateTime now)
    {
        if (!IsDeclaredAt(now)) throw new RuleBroken("SAF-ENDED", "Cette déclaration est terminée.");
        PledgedAt ??= now;
    }

    public void End(DateTime now) => EndedAt ??= now;
}
