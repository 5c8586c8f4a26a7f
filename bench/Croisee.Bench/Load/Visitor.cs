namespace Croisee.Bench.Load;

/// <summary>One simulated person: a connection, what the person remembers, and one operation after the other.</summary>
public abstract class Visitor(int port) : IDisposable
{
    public HttpConnection Connection { get; } = new(port);

    /// <summary>Operations whose success the server confirmed, warm-up included: what must be found afterwards.</summary>
    public long Acknowledged { get; protected set; }

    /// <summary>
    /// Does one whole operation and looks at the answer.
    /// </summary>
    /// <exception cref="IOException">The connection broke.</exception>
    /// <exception cref="InvalidDataException">The answer is not HTTP that the client understands.</exception>
    public abstract Outcome Act();

    public void Dispose() => Connection.Dispose();
}

/// <param name="Correct">The answer is what the operation promises, not just some answer.</param>
/// <param name="Statements">SQL commands, or null when the server does not count them.</param>
public readonly record struct Outcome(bool Correct, int? Statements);
