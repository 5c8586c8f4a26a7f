using Croisee.Framework;
using Croisee.Ui;

namespace Croisee.Experiences.Deposit;

/// <summary>The questions asked first (EXP-R1), for the page that asks them and for the organiser's preview.</summary>
public sealed record Eligibility(BeginModel.BeginForm Form, Labels Labels)
{
    public IReadOnlyList<Choice> YesNo { get; } = [new("true", "Oui"), new("false", "Non")];
    public IReadOnlyList<Choice> Voices { get; } = [new(nameof(Voice.PersonConcerned), "Une personne concernée, un proche ou un représentant"), new(nameof(Voice.Professional), "Un professionnel ou une professionnelle")];
    public IEnumerable<Choice> Modes => Labels.Choices("V-MODE-SAISIE").Where(m => m.Value != "SAI_IMPORTE");
}
