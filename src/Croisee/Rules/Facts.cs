namespace Croisee.Rules;

/// <summary>Something that happened in a room and that higher rooms may hear of, inside the same save.</summary>
public interface IFact;

/// <summary>A higher room hears a fact. Runs before commit, in the same transaction, and touches rows only (a mail is a row).</summary>
public interface IHear<in TFact> where TFact : IFact
{
    Task Hear(TFact fact, CancellationToken cancel);
}
