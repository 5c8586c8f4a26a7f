using Croisee.Rules;

namespace Croisee.Deliberation;

/// <summary>A question has its answer. The room that asked it hears this inside the same save and draws the consequences.</summary>
public sealed record DeliberationClosed(Guid DeliberationId, Subject Subject, Result Result) : IFact;
