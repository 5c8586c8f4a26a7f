using Croisee.Rules;

namespace Croisee.Experiences;

public enum MessageFrom { Team, Authors }

/// <summary>A line of the dialogue between the call's team and the authors. Nobody's identity is in it.</summary>
public sealed class Message : IAudited
{
    public const int TextMax = 2000;

    Message() { }

    public Message(Guid experienceId, MessageFrom from, string text, DateTime at)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > TextMax) throw new RuleBroken("EXP-1.6", $"Écrivez un message de {TextMax} caractères au plus.", "Text");
        Id = Guid.CreateVersion7();
        (ExperienceId, From, Text, At) = (experienceId, from, text.Trim(), at);
    }

    public Guid Id { get; private set; }
    public Guid ExperienceId { get; private set; }
    public MessageFrom From { get; private set; }
    public string Text { get; private set; } = "";
    public DateTime At { get; private set; }
    Guid IAudited.AuditedId => ExperienceId;
}
