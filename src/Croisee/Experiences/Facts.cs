using Croisee.Rules;

namespace Croisee.Experiences;

/// <summary>The authors wrote to the call's team: whoever follows it is told.</summary>
public sealed record AuthorsWrote(Guid ExperienceId, string Reference) : IFact;

/// <summary>The authors sent their experience, or sent it again completed: whoever checks it is told.</summary>
public sealed record ExperienceArrived(Guid ExperienceId) : IFact;

/// <summary>An experience left the public: higher rooms forget it in the same save.</summary>
/// <param name="TakenDown">By the organisation, which may ask its authors again; otherwise they took it back for good.</param>
public sealed record ExperienceWithdrawn(Guid ExperienceId, string Reference, string? Reason, DateTime At, bool TakenDown = false) : IFact;

/// <summary>A call that was never public is erased: higher rooms let go of it in the same save.</summary>
public sealed record CallErased(Guid CallId) : IFact;

/// <summary>The address that the authors gave to be published is another now, or none: what is shown follows in the same save.</summary>
public sealed record PublicAddressChanged(Guid ExperienceId, string? Address) : IFact;
