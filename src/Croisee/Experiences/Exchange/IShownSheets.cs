using Croisee.Experiences.Answers;

namespace Croisee.Experiences.Exchange;

/// <summary>What everyone reads of an experience now: its shown version, whatever a correction in progress has changed in its texts.</summary>
/// <param name="WrittenBy">V-REDACTEUR as the page says it.</param>
/// <param name="Documents">Their names.</param>
sealed record ShownSheet(Account Account, string? WrittenBy, IReadOnlyList<string> Documents, IReadOnlyList<GivenLink> Links);

/// <summary>A slot: the library, a higher room, keeps what is shown.</summary>
interface IShownSheets
{
    /// <summary>By experience; those that nobody can read are not in it.</summary>
    Task<IReadOnlyDictionary<Guid, ShownSheet>> Of(IReadOnlyList<Guid> experiences);
}
