using Croisee.Bench.Measure;

namespace Croisee.Bench.Acknowledged;

/// <summary>A server that can be killed and started again on the same data and the same port, and asked what it holds.</summary>
public interface IKillTarget
{
    /// <param name="port">0 the first time, then the port of the first time, so that visitors find it again.</param>
    ServerProcess Start(int port);

    /// <summary>The brutal end, and what lives after it: the server itself unless the target has something else killed.</summary>
    ServerProcess Kill(ServerProcess server)
    {
        server.Dispose();
        return Start(server.Port);
    }

    /// <summary>A visitor who lives through the restarts.</summary>
    ISubmitter Arrive(int port, int number);

    /// <summary>True when sending the same key again must not store it again: then an unanswered submission is repeated.</summary>
    bool Repeatable { get; }

    /// <summary>A life between two kills is drawn up to here.</summary>
    int LongestLifeMs { get; }

    /// <summary>Everything stored, read from the data after the last kill.</summary>
    IEnumerable<(string Key, string Content)> Stored();
}

public interface ISubmitter : IDisposable
{
    /// <summary>The whole submission in a canonical form, the same as <see cref="IKillTarget.Stored"/> gives.</summary>
    string Content(string key);

    /// <summary>Sends and reads the confirmation to its end.</summary>
    /// <returns>False when the server answered, but did not confirm.</returns>
    /// <exception cref="IOException">The server went away meanwhile.</exception>
    bool Submit(string key);
}
