using System.Text.RegularExpressions;
using Xunit;

namespace Croisee.Tests.House;

/// <summary>A save that was refused is not « the other came first » until the database says so: else somebody is thanked for what a full disk did not keep.</summary>
[Trait("kind", "pure")]
public sealed partial class CaughtTest
{
    [Fact]
    public void Says_which_refusal_it_catches() =>
        Repo.None(Repo.Product.Where(f => !f.IsView).SelectMany(f => Caught().Matches(f.Code).Where(m => !Says().IsMatch(m.Value)).Select(m => $"{f.Path}: {m.Value.Trim()}")),
            "Say which refusal is meant, catch (DbUpdateException e) when (e.IsTwin()) or IsRace(), then look for the twin’s row and throw when there is none:");

    [GeneratedRegex(@"catch \(DbUpdateException\b[^\n]*", RegexOptions.None, 2000)] private static partial Regex Caught();
    [GeneratedRegex(@"when \(.*\.(?:IsTwin|IsRace)\(\)", RegexOptions.None, 2000)] private static partial Regex Says();
}
