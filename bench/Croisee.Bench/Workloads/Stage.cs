using System.Globalization;
using Croisee.Bench.Measure;

namespace Croisee.Bench.Workloads;

/// <summary>
/// What a workload needs around it: servers to start, folders to fill, a pace, a place to write. Everything lies
/// under one temporary folder, which goes when the bench ends.
/// </summary>
/// <param name="product">The published croisee.dll, or null when only the ceiling is to be measured.</param>
public sealed class Stage(Pace pace, string? product, Action<string> log) : IDisposable
{
    /// <summary>The concurrency of the bars.</summary>
    public const int Crowd = 8;

    private static readonly TimeSpan CeilingPatience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ProductPatience = TimeSpan.FromSeconds(90);
    private readonly string root = Directory.CreateTempSubdirectory("croisee-bench-").FullName;
    private string? seeded;
    private int folders;

    public Pace Pace => pace;

    /// <summary>The published croisee.dll.</summary>
    public string Product => product ?? throw new BenchException("Le produit n’est pas publié : lancez bin/bench.");

    public void Log(string line) => log(line);

    /// <summary>Starts the bare program on an empty database.</summary>
    public ServerProcess StartCeiling() => StartCeiling(Folder(), 0);

    /// <param name="port">0 for any free one.</param>
    /// <param name="options">For example a commit delay.</param>
    public static ServerProcess StartCeiling(string folder, int port, params string[] options) => ServerProcess.Start(
        typeof(Stage).Assembly.Location, port,
        chosen => ["ceiling", "--port", chosen.ToString(CultureInfo.InvariantCulture), "--data", folder, .. options],
        new Dictionary<string, string>(), CeilingPatience);

    /// <summary>Starts the product on a fresh copy of the demonstration data: windows of one workload never burden the next.</summary>
    /// <param name="counting">Asks the product to say how many SQL commands each request cost. Never while time is taken: counting costs time.</param>
    public ServerProcess StartProduct(bool counting = false) => StartProduct(SeededCopy(), counting: counting);

    public ServerProcess StartProduct(string data, int port = 0, bool counting = false, params (string Name, string Value)[] settings)
    {
        var environment = new Dictionary<string, string> { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["CROISEE_ANSWERS_PER_NETWORK"] = "1000000000", ["CROISEE_ANSWERS_PER_PLACE"] = "1000000000" };
        foreach (var (setting, value) in settings) environment[setting] = value;
        if (counting) environment["CROISEE_BENCH"] = "1";
        return ServerProcess.Start(
            Product,
            port,
            chosen => ["demo", "--port", chosen.ToString(CultureInfo.InvariantCulture), "--data", data],
            environment, ProductPatience);
    }

    public string Folder() => Directory.CreateDirectory(Path.Combine(root, $"{++folders:00}")).FullName;

    /// <summary>A copy of the demonstration data, which is made once.</summary>
    public string SeededCopy()
    {
        if (seeded == null)
        {
            var folder = Folder();
            using var first = StartProduct(folder);
            log($"  données de démonstration prêtes en {first.ReadyAfter.TotalSeconds:0.0} s");
            first.Kill();
            seeded = folder;
        }
        var copy = Folder();
        foreach (var file in Directory.EnumerateFiles(seeded, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(seeded, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        return copy;
    }

    public void Dispose()
    {
        try { Directory.Delete(root, recursive: true); }
        catch (IOException) { log($"  reste à effacer : {root}"); }
    }
}
