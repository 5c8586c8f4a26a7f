using Croisee.Rules;

namespace Croisee.Experiences;

public enum MessageFrom { Team, Authors }

/// <summary>A line of the dialogue between the call's team and the authors. Nobody's identity is in it.</summary>
public sealed class Message : IAudited
{
    public const int TextMax = 2000;

    /// <summary>As often as a message waits for its turn among others sent at the same instant.</summary>
    public const int TriesMax = 40;

    Message() { }

    /// <param name="number">See <see cref="Next"/>.</param>
    public Message(Guid experienceId, MessageFrom from, string text, DateTime at, int? number = null)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > TextMax) throw new RuleBroken("EXP-1.6", $"Écrivez un message de {TextMax} caractères au plus.", "Text");
        Id = Guid.CreateVersion7();
        (ExperienceId, From, Text, At, Number) = (experienceId, from, text.Trim(), at, number);
    }

    public Guid Id { get; private set; }
    public Guid ExperienceId { get; private set; }
    public MessageFrom From { get; private set; }
    public string Text { get; private set; } = "";
    public DateTime At { get; private set; }
    /// <summary>Its place in the exchange. The base gives a place once: of two posts at the same instant, one is refused and looks again.</summary>
    public int? Number { get; private set; }

    /// <summary>The place after these.</summary>
    public static int Next(IReadOnlyList<Message> exchange) => 1 + Math.Max(exchange.Count, exchange.Max(m => m.Number) ?? 0);

    /// <summary>The same words, by the same side, are the last ones said: a double click, not a second message.</summary>
    public static bool IsSaid(IReadOnlyList<Message> exchange, MessageFrom from, string text) => exchange.LastOrDefault() is { } last && last.From == from && last.Text == text.Trim();

    Guid IAudited.AuditedId => ExperienceId;
}
