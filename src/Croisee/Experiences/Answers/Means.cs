using System.ComponentModel.DataAnnotations;
using Croisee.Framework;

namespace Croisee.Experiences.Answers;

/// <summary>Step 8: preparation, training, status, recognition, means, partners (fields 29 to 36).</summary>
public sealed class Means : StepAnswers
{
    public Preparation PersonsPreparation { get; set; } = new();
    public Preparation PersonsTraining { get; set; } = new();
    public Preparation ProfessionalsTraining { get; set; } = new();
    public bool? TrainedTogether { get; set; }
    [StringLength(Limits.Text, ErrorMessage = Limits.TooLong)] public string? TrainedTogetherText { get; set; }
    [Vocabulary("V-CADRE-ECRIT")] public string? Charter { get; set; }
    [Vocabulary("V-STATUT")] public List<string> Statuses { get; set; } = [];
    [Vocabulary("V-RECONNAISSANCE")] public List<string> Recognition { get; set; } = [];
    [StringLength(Limits.Text, ErrorMessage = Limits.TooLong)] public string? RecognitionText { get; set; }
    [StringLength(Limits.Text, ErrorMessage = Limits.TooLong)] public string? Resources { get; set; }
    [Vocabulary("V-BUDGET")] public string? Budget { get; set; }
    [Lines(12, Limits.Short)] public List<string> Partners { get; set; } = [];

    public override IEnumerable<MissingAnswer> Missing()
    {
        if (Blank(PersonsPreparation.Level)) yield return new("PersonsPreparation.Level", "Dites comment les personnes ont été préparées.");
        if (Blank(PersonsTraining.Level)) yield return new("PersonsTraining.Level", "Dites comment les personnes ont été formées, même si la réponse est « aucune ».", AskedLater: true);
        if (Blank(ProfessionalsTraining.Level)) yield return new("ProfessionalsTraining.Level", "Dites comment les professionnels ont été préparés.");
        if (TrainedTogether is null) yield return new(nameof(TrainedTogether), "Dites s’il y a eu une formation en commun.");
        if (Statuses.Count == 0) yield return new(nameof(Statuses), "Dites sous quel statut les personnes se sont engagées.");
        if (Recognition.Count == 0) yield return new(nameof(Recognition), "Dites comment l’engagement a été reconnu, même si la réponse est « aucune ».");
    }

    public override bool IsEmpty() => PersonsPreparation.IsEmpty && PersonsTraining.IsEmpty && ProfessionalsTraining.IsEmpty && TrainedTogether is null && Blank(TrainedTogetherText) && Blank(Charter) && Statuses.Count == 0 && Recognition.Count == 0 && Blank(RecognitionText) && Blank(Resources) && Blank(Budget) && Partners.All(Blank);

    public override IEnumerable<(string, string?)> FreeTexts() =>
        [("PersonsPreparation.Text", PersonsPreparation.Text), ("PersonsTraining.Text", PersonsTraining.Text), ("ProfessionalsTraining.Text", ProfessionalsTraining.Text),
         (nameof(TrainedTogetherText), TrainedTogetherText), (nameof(RecognitionText), RecognitionText), (nameof(Resources), Resources), .. Partners.Select((p, i) => ($"Partners[{i}]", (string?)p))];

    public override void Replace(string field, string text)
    {
        switch (field)
        {
            case "PersonsPreparation.Text": PersonsPreparation.Text = text; break;
            case "PersonsTraining.Text": PersonsTraining.Text = text; break;
            case "ProfessionalsTraining.Text": ProfessionalsTraining.Text = text; break;
            case nameof(TrainedTogetherText): TrainedTogetherText = text; break;
            case nameof(RecognitionText): RecognitionText = text; break;
            case nameof(Resources): Resources = text; break;
            default: for (var i = 0; i < Partners.Count; i++) if (field == $"Partners[{i}]") Partners[i] = text; break;
        }
    }

    public override void Pad(StepAnswers? beside) => Fill(Partners, Math.Max(3, (beside as Means)?.Partners.Count ?? 0), 1, 12, () => "");

    public override void Tidy()
    {
        (TrainedTogetherText, RecognitionText, Resources) = (Trim(TrainedTogetherText), Trim(RecognitionText), Trim(Resources));
        foreach (var one in new[] { PersonsPreparation, PersonsTraining, ProfessionalsTraining }) one.Text = Trim(one.Text);
        Keep(Partners);
    }
}

/// <summary>None, information or training, for how many hours, and in words.</summary>
public sealed class Preparation
{
    [Vocabulary("V-PREPARATION")] public string? Level { get; set; }
    [Range(0, 10_000, ErrorMessage = "Écrivez un nombre d’heures, ou rien.")] public int? Hours { get; set; }
    [StringLength(Limits.Text, ErrorMessage = Limits.TooLong)] public string? Text { get; set; }
    internal bool IsEmpty => string.IsNullOrWhiteSpace(Level) && Hours is null && string.IsNullOrWhiteSpace(Text);
}
