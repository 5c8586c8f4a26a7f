using Croisee.Rules;

namespace Croisee.Experiences;

/// <summary>In whose name somebody writes and signs. « Together » is a result, not a voice.</summary>
public enum Voice { PersonConcerned, Professional }

/// <summary>Somebody who writes with a private code and no account. No name here: contact data live in their own store.</summary>
public sealed class Author : IAudited
{
    public const int Most = 12;

    Author() { }

    internal Author(Experience experience, Voice voice, string codeHash, DateTime now, Guid? id = null)
    {
        Id = id ?? Guid.CreateVersion7();
        (ExperienceId, Voice, CodeHash, InvitedAt) = (experience.Id, voice, codeHash, now);
    }

    public Guid Id { get; private set; }
    public Guid ExperienceId { get; private set; }
    public Experience Experience { get; private set; } = null!;
    public Voice Voice { get; private set; }
    public string CodeHash { get; private set; } = "";
    public DateTime InvitedAt { get; private set; }
    /// <summary>When the code was last made anew: a browser that the former one opened is closed.</summary>
    public DateTime? RecodedAt { get; private set; }
    public DateTime? EndedAt { get; private set; }
    public DateTime? SignedAt { get; private set; }
    /// <summary>Fingerprint of the texts that were signed: a later change makes the signature stale, and says so.</summary>
    public string? SignedText { get; private set; }
    Guid IAudited.AuditedId => ExperienceId;

    public void Sign(string fingerprint, DateTime now)
    {
        Experience?.RequireOpen();
        (SignedAt, SignedText) = (now, fingerprint);
    }

    public void TakeBackSignature() => (SignedAt, SignedText) = (null, null);
    public void Recode(string codeHash, DateTime now) => (CodeHash, RecodedAt) = (codeHash, now);
    public void End(DateTime now) => EndedAt ??= now;
    public bool HasSigned(string fingerprint) => EndedAt is null && SignedText == fingerprint;
}

/// <summary>In whose voice the sheet speaks, from the signatures that are still good (field 46).</summary>
public sealed record Voices(bool PersonsConcerned, bool Professionals)
{
    public static Voices Of(IEnumerable<Author> authors, string fingerprint)
    {
        var signed = authors.Where(a => a.HasSigned(fingerprint)).Select(a => a.Voice).ToHashSet();
        return new(signed.Contains(Voice.PersonConcerned), signed.Contains(Voice.Professional));
    }

    public bool Together => PersonsConcerned && Professionals;

    /// <summary>Code of V-REDACTEUR, null while nobody signed.</summary>
    public string? Code => Together ? "RED_ENSEMBLE" : PersonsConcerned ? "RED_PERSONNES" : Professionals ? "RED_PROFESSIONNELS" : null;

    public string Sentence => (PersonsConcerned, Professionals) switch
    {
        (true, true) => "Écrite et signée ensemble",
        (true, false) => "Signée par des personnes concernées ; la voix des professionnels manque",
        (false, true) => "Signée par des professionnels ; la voix des personnes concernées manque",
        _ => "Pas encore signée",
    };
}
