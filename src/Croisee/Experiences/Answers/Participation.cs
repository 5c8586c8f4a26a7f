using System.ComponentModel.DataAnnotations;
using Croisee.Framework;

namespace Croisee.Experiences.Answers;

/// <summary>Step 7: how far participation goes (fields 19 and 20): promised and lived, three values (FRM-R1), and by stage (FRM-R3).</summary>
public sealed class Participation : StepAnswers
{
    [Vocabulary("V-DEGRE")] public string? Degree { get; set; }
    [StringLength(Limits.Text, ErrorMessage = Limits.TooLong)] public string? DegreeReason { get; set; }
    [Vocabulary("V-DEGRE")] public string? Promised { get; set; }
    [Vocabulary("V-DEGRE")] public string? LivedByPersons { get; set; }
    [Vocabulary("V-DEGRE")] public string? LivedByProfessionals { get; set; }
    [Vocabulary("V-DEGRE")] public Dictionary<string, string> ByStage { get; set; } = [];

    public override IEnumerable<MissingAnswer> Missing()
    {
        if (Blank(Degree)) yield return new(nameof(Degree), "Choisissez le degré le plus élevé atteint.");
        if (Blank(DegreeReason)) yield return new(nameof(DegreeReason), "Dites ce qui vous fait choisir ce degré.");
    }

    public override bool IsEmpty() => Blank(Degree) && Blank(DegreeReason) && Blank(Promised) && Blank(LivedByPersons) && Blank(LivedByProfessionals) && ByStage.Values.All(Blank);
    public override IEnumerable<(string, string?)> FreeTexts() => [(nameof(DegreeReason), DegreeReason)];
    public override void Replace(string field, string text) { if (field == nameof(DegreeReason)) DegreeReason = text; }

    /// <summary>The five stages of the rule (FRM-R3), and any other that was answered before or came in a file: it stays in sight, so that saving loses nothing.</summary>
    public IEnumerable<Term> Stages() => Vocabularies.Stage.Terms.Where(s => Framework.Degree.Stages.Contains(s) || ByStage.ContainsKey(s.Code));

    public override void Pad(StepAnswers? beside)
    {
        foreach (var stage in Stages().Concat((beside as Participation)?.Stages() ?? []).ToList()) ByStage.TryAdd(stage.Code, "");
    }

    public override void Tidy()
    {
        DegreeReason = Trim(DegreeReason);
        ByStage = ByStage.Where(s => Vocabularies.Stage.Has(s.Key) && !Blank(s.Value)).ToDictionary(s => s.Key, s => s.Value);
    }
}
