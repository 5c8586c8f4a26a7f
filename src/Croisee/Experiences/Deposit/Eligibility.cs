using Croisee.Framework;
using Croisee.Ui;

namespace Croisee.Experiences.Deposit;

/// <summary>The questions asked first (EXP-R1), for the page that asks them and for the organiser's preview.</summary>
/// <param name="Types">Who may answer the call, as it says on its page.</param>
public sealed record Eligibility(BeginModel.BeginForm Form, Labels Labels, IReadOnlyCollection<string> Types)
{
    /// <summary>The action is carried by nobody whom the call asks.</summary>
    public const string NoneOfThem = "aucun";

    const string StructureTypes = "V-ORG-TYPE";

    public IReadOnlyList<Choice> YesNo { get; } = [new("true", "Oui"), new("false", "Non")];
    public IReadOnlyList<Choice> Voices { get; } = [new(nameof(Voice.PersonConcerned), "Une personne concernée, un proche ou un représentant"), new(nameof(Voice.Professional), "Un professionnel ou une professionnelle")];

    /// <summary>Nothing when the call asks everybody: then the question would turn nobody away. A type that the instance retired since is still what the call asks.</summary>
    public IReadOnlyList<Choice> Carriers => Types.Count == 0 || Labels.Choices(StructureTypes).All(t => Types.Contains(t.Value)) ? [] : [.. ((IChoices)Labels.Choices(StructureTypes, Types)).With(Types), new(NoneOfThem, "Aucun de ceux-là")];

    public IEnumerable<Choice> Modes => Labels.Choices("V-MODE-SAISIE").Where(m => m.Value != "SAI_IMPORTE");
}
