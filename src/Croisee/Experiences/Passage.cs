using System.Globalization;
using Croisee.Rules;

namespace Croisee.Experiences;

/// <summary>A change of state: from, to, by whom in words, when, why. Never changed afterwards, but for its reason, which goes with a withdrawn text and follows the words it repeats.</summary>
public sealed class Passage : IAudited
{
    public const int WhyMax = 2000;
    public const string Authors = "les auteurs", Team = "l’équipe de l’appel", Group = "le groupe", Clock = "le calendrier de l’appel";

    Passage() { }

    internal Passage(Guid experienceId, ExperienceState from, ExperienceState to, string by, Guid? byId, string? why, DateTime at)
    {
        if (why?.Length > WhyMax) throw new RuleBroken("EXP-1.6", $"La raison a {WhyMax} caractères au plus.", "Why");
        Id = Guid.CreateVersion7();
        (ExperienceId, From, To, By, ById, Why, At) = (experienceId, from, to, by, byId, why, at);
    }

    public Guid Id { get; private set; }
    public Guid ExperienceId { get; private set; }
    public ExperienceState From { get; private set; }
    public ExperienceState To { get; private set; }
    public string By { get; private set; } = "";
    public Guid? ById { get; private set; }
    public string? Why { get; private set; }
    public DateTime At { get; private set; }
    Guid IAudited.AuditedId => ExperienceId;

    /// <summary>A text that has its own place whole, as the reason of a passage: never cut inside a sign that people see as one.</summary>
    public static string Shortened(string text)
    {
        if (text.Length <= WhyMax) return text;
        var end = 0;
        for (var next = 0; next < WhyMax; next += StringInfo.GetNextTextElementLength(text, next)) end = next;
        return text[..end].TrimEnd() + "…";
    }

    internal void ForgetWhy() => Why = null;

    /// <summary>The text it repeats was corrected.</summary>
    internal void Reword(string why) => Why = why;
}
