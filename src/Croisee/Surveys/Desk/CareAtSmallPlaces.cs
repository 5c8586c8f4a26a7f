using Croisee.Data;
using Croisee.Rules;
using Croisee.Surveys.Content;
using Croisee.Ui;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Desk;

/// <summary>
/// Questions on care or pain at a place of a few persons, or of nobody knows how many: each would be recognised there, and an answer would be health data on a person (CMP-R4, CMP-R8). Another way of
/// hearing them is proposed; who keeps to the questionnaire answers for it, and the journal keeps that.
/// </summary>
static class CareAtSmallPlaces
{
    const string Yes = "oui";

    public static readonly string Why = $"Ce questionnaire parle de soins ou de douleur, et moins de {ContentReview.SmallUnit} personnes peuvent répondre ici, ou l’on ne sait pas combien : chacun pourrait être reconnu. Préférez un échange en groupe, un entretien mené par une personne de l’extérieur, ou un seul lieu qui en réunit plusieurs. Si vous gardez le questionnaire, dites-le.";

    public const string Kept = "Questionnaire sur les soins gardé là où moins de 15 personnes peuvent répondre, ou l’on ne sait pas combien : une autre manière a été étudiée.";

    public const string Label = "Si les questions parlent de soins, et que moins de 15 personnes peuvent répondre, ou l’on ne sait pas combien";

    public static readonly Choice[] Choices = [new(Yes, "Nous avons étudié une autre manière (échange en groupe, entretien, lieux réunis) et nous gardons le questionnaire")];

    public static bool SpeaksOfCare(QuestionnaireContent content) => content.Questions.Any(q => q.Sensitive);

    public static async Task<bool> SpeaksOfCare(AppDb db, Survey survey) =>
        SpeaksOfCare(ContentJson.Read(await db.Revisions.Where(r => r.QuestionnaireId == survey.QuestionnaireId && r.Number == survey.RevisionNumber).Select(r => r.Content).SingleAsync()));

    public static bool AreFew(int? eligible) => eligible is null or < ContentReview.SmallUnit;

    /// <param name="said">What the form sent; field « Few ».</param>
    /// <returns>What the journal keeps; null where nothing had to be said.</returns>
    public static string? Ask(bool care, int? eligible, string? said) =>
        !care || !AreFew(eligible) ? null : said == Yes ? Kept : throw new RuleBroken("CMP-R8", Why, "Few");

    public static bool IsSaid(string? said) => said == Yes;
}
