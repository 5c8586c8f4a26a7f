using Croisee.Experiences.Answers;
using Croisee.Framework;

namespace Croisee.Library;

/// <summary>
/// What a project lead counts beside the landmarks (domain 1.7): training, payment, who read the sheet again. Several codes of the deposit mean
/// one thing here, said once.
/// </summary>
static class SheetShares
{
    public const string Persons = "personnes", Professionals = "professionnels", Together = "ensemble", Money = "argent", Expenses = "frais", Other = "autre", Refused = "refusee", None = "aucune", No = "non";
    const string Trained = "PREP_FORMATION", Nothing = "RCO_AUCUNE", Declined = "RCO_REFUSEE";
    static readonly string[] Refunds = ["RCO_FRAIS_REMBOURSES", "RCO_FRAIS_AVANCES", "RCO_GARDE_REPIT"];

    public static IReadOnlyList<(string, string)> Training { get; } =
        [(Persons, "Des personnes concernées formées"), (Professionals, "Des professionnels formés"), (Together, "Une formation en commun")];

    public static IReadOnlyList<(string, string)> Recognition { get; } =
        [(Money, "Un paiement"), (Expenses, "Des frais pris en charge"), (Other, "Une autre reconnaissance"), (Refused, "Une reconnaissance proposée et refusée"), (None, "Aucune reconnaissance")];

    public static IReadOnlyList<(string, string)> ReadAgain { get; } =
        [(SheetFacets.Yes, "Relue par des personnes concernées"), (No, "Pas relue par des personnes concernées")];

    /// <summary>The optional answers by what they are about: what a sheet does not tell yet.</summary>
    public static IReadOnlyList<(string, string)> Missing { get; } = [.. Experiences.Completeness.All.Select(a => (a.Code, a.Label))];

    public static IEnumerable<string> TrainingOf(Means told)
    {
        if (told.PersonsPreparation.Level == Trained || told.PersonsTraining.Level == Trained) yield return Persons;
        if (told.ProfessionalsTraining.Level == Trained) yield return Professionals;
        if (told.TrainedTogether is true) yield return Together;
    }

    /// <summary>To decline what was offered is a choice of its own, no missing value (STA-R3).</summary>
    public static IEnumerable<string> RecognitionOf(Means told) => told.Recognition
        .Select(c => c == Nothing ? None : c == Declined ? Refused : Refunds.Contains(c) ? Expenses : Vocabularies.Recognition.Find(c) is { CountsAsIncome: true } ? Money : Other).Distinct();

    /// <summary>Who signs a sheet has read it; null when nobody signed.</summary>
    public static string? ReadAgainOf(SheetContent content) => content.WrittenBy is null ? null : content.Voices.PersonsConcerned ? SheetFacets.Yes : No;
}
