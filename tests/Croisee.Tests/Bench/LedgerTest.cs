using Croisee.Bench.Acknowledged;
using Xunit;

namespace Croisee.Tests.Bench;

[Trait("kind", "pure")]
public sealed class LedgerTest : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("croisee-ledger-");

    [Fact]
    public void Passes_when_what_was_acknowledged_is_stored_and_the_unanswered_is_stored_or_not()
    {
        using var ledger = Sent("a", "b", "c", "d");
        ledger.Acknowledge("a");
        ledger.Acknowledge("b");
        var verdict = ledger.Compare([("a", "content of a"), ("b", "content of b"), ("c", "content of c")]);
        Assert.True(verdict.Passed);
        Assert.Equal((4, 2, 3, 1), (verdict.Sent, verdict.Acknowledged, verdict.Stored, verdict.StoredUnconfirmed));
    }

    [Fact]
    public void Names_what_is_lost_doubled_invented_and_torn()
    {
        using var ledger = Sent("lost", "twice", "torn");
        foreach (var key in new[] { "lost", "twice", "torn" }) ledger.Acknowledge(key);
        var verdict = ledger.Compare([("twice", "content of twice"), ("twice", "content of twice"), ("torn", "content of"), ("ghost", "")]);
        Assert.False(verdict.Passed);
        Assert.Equal("lost", Assert.Single(verdict.Lost));
        Assert.Equal("twice", Assert.Single(verdict.Duplicated));
        Assert.Equal("torn", Assert.Single(verdict.Torn));
        Assert.Equal("ghost", Assert.Single(verdict.Ghosts));
    }

    [Fact]
    public void Fails_when_nothing_was_acknowledged_at_all()
    {
        using var ledger = Sent("a");
        Assert.False(ledger.Compare([]).Passed);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private Ledger Sent(params string[] keys)
    {
        var ledger = new Ledger(Path.Combine(folder.FullName, "ledger.txt"));
        foreach (var key in keys) ledger.Sending(key, $"content of {key}");
        return ledger;
    }
}
