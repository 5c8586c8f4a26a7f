using System.Security.Cryptography;
using Croisee.People;
using Croisee.Rules;

namespace Croisee.Surveys;

/// <summary>Where a survey is answered: its own code, not a person's, printed and shown as QR (domain 5.2, 4).</summary>
public sealed class SurveyPlace
{
    public const int NameMax = 200, GroupingMax = 100, CodeLength = 6, EligibleMax = 1_000_000;
    internal const string Signs = "23456789bcdfghjkmnpqrstvwxz";

    SurveyPlace() { }

    internal SurveyPlace(Survey survey, Organisation? organisation, string name, int? eligible, string? grouping)
    {
        grouping = grouping?.Trim() is { Length: > 0 } said ? said : null;
        if (grouping?.Length > GroupingMax) throw new RuleBroken("SUR-PLACE", $"Donnez un regroupement de {GroupingMax} caractères au plus.", "Grouping");
        Id = Guid.CreateVersion7();
        (SurveyId, Grouping, Code) = (survey.Id, grouping, RandomNumberGenerator.GetString(Signs, CodeLength));
        Correct(organisation?.Id, name, eligible);
    }

    internal void Correct(Guid? organisation, string name, int? eligible)
    {
        name = name.Trim();
        if (name.Length is 0 or > NameMax) throw new RuleBroken("SUR-PLACE", $"Donnez un nom de {NameMax} caractères au plus.", "Name");
        if (eligible is < 1 or > EligibleMax) throw new RuleBroken("CMP-R6", "Le nombre de personnes concernées est de 1 ou plus.", "Eligible");
        (OrganisationId, Name, Eligible) = (organisation, name, eligible);
    }

    public Guid Id { get; private set; }
    public Guid SurveyId { get; private set; }
    /// <summary>Whose place it is: its organisers see it at the desk, and it alone (CMP-R1).</summary>
    public Guid? OrganisationId { get; private set; }
    public string Name { get; private set; } = "";
    public string Code { get; private set; } = "";
    /// <summary>Persons who could answer here, as declared; the rate of answers is out of them (CMP-R6).</summary>
    public int? Eligible { get; private set; }
    /// <summary>A department, a kind of establishment: its places have results together, between each of them and the whole. It never changes: what joined there would have to leave (R3).</summary>
    public string? Grouping { get; private set; }
    /// <summary>Each person gives a single-use code; otherwise who has the code of the place may answer.</summary>
    public bool WithCodes { get; private set; }

    /// <summary>Draws the papers that a second person keys (<see cref="OnPaper.SecondKeying"/>); told to nobody.</summary>
    public int SampleSeed { get; private set; } = RandomNumberGenerator.GetInt32(int.MaxValue);

    /// <summary>How many had answered here when free texts were last opened (R4).</summary>
    public int TextsOpenedAt { get; private set; }

    internal void TextsOpened(int answered) => TextsOpenedAt = answered;

    /// <summary>The same place where a team tries the survey: an address of its own, and no card to spend.</summary>
    internal SurveyPlace ForTrial(string code)
    {
        var twin = (SurveyPlace)MemberwiseClone();
        (twin.Code, twin.WithCodes) = (code, false);
        return twin;
    }

    internal void AskForCodes() => WithCodes = true;

    /// <summary>As stored, from what a person typed: case, spaces and dashes do not matter.</summary>
    public static string Normalise(string? typed) => typed is null ? "" : string.Concat(Content.Digits.Latin(typed).Where(char.IsLetterOrDigit).Take(CodeLength + 1)).ToLowerInvariant();
}
