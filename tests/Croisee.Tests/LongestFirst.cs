using Croisee.Tests;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace Croisee.Tests;

/// <summary>What takes minutes begins first, beside the others: begun last, it would keep one processor waiting at the end of each run.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    static readonly string[] Long = ["KillProductTest", "KilledUpgradeTest", "KillPostgresTest", "PowerCutTest", "SlowClientsTest", "BadInputTest", "AudienceMatrixTest", "IdentityTracesHardinessTest", "HeadersTest", "UpgradeTest"];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections) where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(c => Array.FindIndex(Long, l => c.TestCollectionDisplayName.Contains(l, StringComparison.Ordinal)) is >= 0 and var at ? at : Long.Length)];
}
