using Croisee.Framework;
using Croisee.Words;

namespace Croisee.Experiences.Exchange;

/// <summary>What came with a file, line by line, for the team that received it.</summary>
public sealed record ImportedPastView(string File, IReadOnlyList<(string Name, string Said)> Lines)
{
    public static ImportedPastView Of(ImportedPast past, LabelBook book)
    {
        var row = new ExchangeRow { Book = book };
        past.Tell(row);
        var lines = new List<(string, string)>();
        void Say(string name, string? said) { if (!string.IsNullOrEmpty(said)) lines.Add((name, said)); }
        Say("Envoyée le", past.SentOn?.InWords());
        Say("Choix", past.Remarkable switch { true => "Remarquable", false => "Non retenue", null => null });
        Say("Choisi le", past.DecidedOn?.InWords());
        Say("Motifs de ce choix", past.Motives);
        Say("Avis qui ne l’ont pas emporté", string.Join("\n", past.MinorityOpinions));
        foreach (var field in DecisionFields.Coding) Say(field.Label, field.InWords(row));
        Say("Codage fixé : raison", past.CodingReason);
        return new(past.File, lines);
    }
}
