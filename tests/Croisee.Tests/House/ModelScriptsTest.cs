using Croisee.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.House;

/// <summary>EF can still say what it would create on each engine; <c>bin/schema</c> keeps it in artifacts/ to read from.</summary>
[Trait("kind", "pure")]
public sealed class ModelScriptsTest
{
    [Fact]
    public void Says_the_model_as_a_script_for_each_engine()
    {
        using var sqlite = RoomsTest.Unopened();
        Check("sqlite", sqlite.Database.GenerateCreateScript());
        using var postgres = new AppDb(new DbContextOptionsBuilder<AppDb>().UseNpgsql("Host=nowhere").Options, new DirectLane(), [], new RoomsTest.NoServices());
        Check("postgres", postgres.Database.GenerateCreateScript());
    }

    /// <summary>Mappings are found by their name (<see cref="Mappings"/>): one with another name would be left out in silence.</summary>
    [Fact]
    public void Every_mapping_is_found()
    {
        var mappings = typeof(AppDb).Assembly.GetTypes().Where(t => t.GetInterfaces().Any(Mappings.IsMapping)).ToList();
        Assert.NotEmpty(mappings);
        Assert.All(mappings, m => Assert.True(m.Name.EndsWith(Mappings.Ending, StringComparison.Ordinal) && !m.IsNested, m.FullName));
    }

    static void Check(string engine, string script)
    {
        Assert.Contains("journal_entries", script);
        if (Repo.Writing) File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(Repo.Root, "artifacts")).FullName, $"model.{engine}.sql"), script);
    }
}
