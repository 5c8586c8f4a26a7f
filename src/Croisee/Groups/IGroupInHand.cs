namespace Croisee.Groups;

/// <summary>A slot of the archiving of a group: a higher room says what the group still has in hand, in a sentence that says what to do first; null when it has nothing.</summary>
public interface IGroupInHand
{
    Task<string?> Of(Guid groupId, CancellationToken cancel);
}
