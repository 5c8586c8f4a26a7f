using System.ComponentModel.DataAnnotations;
using Croisee.Framework;

namespace Croisee.Experiences.Answers;

/// <summary>Step 5: with whom (fields 14, 24 to 28). The public is that of the action, never of a person (EXP-R3).</summary>
public sealed class Participants : StepAnswers
{
    const string Whole = "Écrivez un nombre entier, ou rien.";

    [Vocabulary("V-PUBLIC")] public List<string> Publics { get; set; } = [];
    [Vocabulary("V-TRANCHE")] public string? Persons { get; set; }
    [Range(0, 1_000_000, ErrorMessage = Whole)] public int? PersonsExact { get; set; }
    [Vocabulary("V-TRANCHE")] public string? Professionals { get; set; }
    [Range(0, 1_000_000, ErrorMessage = Whole)] public int? ProfessionalsExact { get; set; }
    [Vocabulary("V-TRANCHE")] public string? Beneficiaries { get; set; }
    [Range(0, 1_000_000, ErrorMessage = Whole)] public int? BeneficiariesExact { get; set; }
    [Vocabulary("V-RECRUTEMENT")] public List<string> Recruitment { get; set; } = [];
    /// <summary>Which, for whoever chose « Autre manière ».</summary>
    [StringLength(Limits.Short, ErrorMessage = Limits.TooLong)] public string? OtherRecruitment { get; set; }
    [Vocabulary("V-MOYEN-INCLUSIF")] public List<string> InclusiveMeans { get; set; } = [];

    public override IEnumerable<MissingAnswer> Missing()
    {
        if (Publics.Count == 0) yield return new(nameof(Publics), "Choisissez au moins un public.");
        if (Blank(Persons)) yield return new(nameof(Persons), "Dites combien de personnes concernées, même à peu près.");
        if (Blank(Professionals)) yield return new(nameof(Professionals), "Dites combien de professionnels, même à peu près.");
    }

    public override bool IsEmpty() => Publics.Count == 0 && Blank(Persons) && PersonsExact is null && Blank(Professionals) && ProfessionalsExact is null && Blank(Beneficiaries) && BeneficiariesExact is null && Recruitment.Count == 0 && Blank(OtherRecruitment) && InclusiveMeans.Count == 0;
    public override IEnumerable<(string, string?)> FreeTexts() => [(nameof(OtherRecruitment), OtherRecruitment)];
    public override void Replace(string field, string text) { if (field == nameof(OtherRecruitment)) OtherRecruitment = text; }
    public override void Tidy() => OtherRecruitment = Trim(OtherRecruitment);
}
