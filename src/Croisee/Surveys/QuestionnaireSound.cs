using Croisee.Files;
using Croisee.Rules;

namespace Croisee.Surveys;

/// <summary>
/// A recording of a text of a questionnaire, made by who writes it. It is never changed nor taken away: published versions and copies of the questionnaire
/// name it, and who answers years later still hears it.
/// </summary>
public sealed class QuestionnaireSound
{
    /// <summary>Bytes of one recording: two minutes of speech in any of the formats that are compressed.</summary>
    public const int BytesMax = 2 << 20;
    /// <summary>Recordings of one questionnaire, those that nothing names any more counted too.</summary>
    public const int Most = 300;

    QuestionnaireSound() { }

    public QuestionnaireSound(Questionnaire questionnaire, StoredFile file, int already, DateTime now)
    {
        if (already >= Most) throw new RuleBroken("QST-SOUNDS", $"Un questionnaire a {Most} enregistrements au plus.", "File");
        (QuestionnaireId, FileId, AddedAt) = (questionnaire.Id, file.Id, now);
    }

    public Guid QuestionnaireId { get; private set; }
    public Guid FileId { get; private set; }
    public DateTime AddedAt { get; private set; }

    /// <summary>As a text of a questionnaire names it; null for what another tool or hand wrote there.</summary>
    public static Guid? IdOf(string? audio) => Guid.TryParseExact(audio, "D", out var id) ? id : null;

    public static string AddressOf(Guid id) => $"/sons/{id:D}";
}
