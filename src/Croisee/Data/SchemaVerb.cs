namespace Croisee.Data;

/// <summary><c>croisee schema [--sql]</c>: which scripts are applied, or their text for this engine. Exit code 1 when some are missing, or are of a newer version.</summary>
static class SchemaVerb
{
    public static Task<int> Run(IServiceProvider services, string[] args)
    {
        var storage = services.GetRequiredService<Storage>();
        if (args is ["--sql"])
        {
            foreach (var script in Schema.Scripts(storage.Engine)) Console.WriteLine($"-- {script.Name}\n{script.Sql.TrimEnd()}\n");
            return Task.FromResult(0);
        }
        var (applied, missing, unknown) = Schema.Status(storage);
        Console.WriteLine(Schema.EngineVersion(storage));
        foreach (var name in applied) Console.WriteLine($"appliqué   {name}");
        foreach (var name in missing) Console.WriteLine($"manque     {name}");
        foreach (var name in unknown) Console.WriteLine($"inconnu    {name}");
        return Task.FromResult(missing.Count + unknown.Count == 0 ? 0 : 1);
    }
}
