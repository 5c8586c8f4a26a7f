using Croisee.Experiences.Answers;

namespace Croisee.Experiences.Exchange;

/// <summary>An experience read from its fields. Contact data stand apart from the first moment (EXP-R4).</summary>
/// <param name="PublicationAgreed">Field 50.</param>
/// <param name="Recontact">Field 51.</param>
/// <param name="EntryMode">V-MODE-SAISIE; imported when the fields do not say.</param>
public sealed record ReadExperience(Account Account, ContactDetails? Contact, bool PublicationAgreed, bool Recontact, string EntryMode, IReadOnlyList<FieldError> Errors)
{
    /// <summary>Field 46, V-REDACTEUR: in whose voice the file says it was written.</summary>
    public string? WrittenBy { get; init; }
    /// <summary>Field 47.</summary>
    public bool? ReadByPersons { get; init; }
}
