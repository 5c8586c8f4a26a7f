namespace Croisee.People;

/// <summary>Where somebody who signs in without a page to come back to finds their work. A room answers with a path of its own, or null when nothing there is theirs.</summary>
public interface ILanding
{
    Task<string?> PathOf(Guid person);
}
