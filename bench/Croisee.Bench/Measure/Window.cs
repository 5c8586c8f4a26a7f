using Croisee.Bench.Load;

namespace Croisee.Bench.Measure;

/// <summary>One server under one crowd: what windows are taken of.</summary>
public sealed record Side(string Name, ServerProcess Server, IReadOnlyList<Visitor> Visitors);

/// <summary>One measured window and how quiet the machine was meanwhile.</summary>
/// <param name="ClientShare">CPU of the bench itself, as a share (0–1) of the whole machine.</param>
/// <param name="OthersShare">CPU taken by neither the servers nor the client, as a share of the whole machine.</param>
public sealed record Window(LoadFigures Load, double CpuMsPerOperation, double ServerShare, double ClientShare, double OthersShare)
{
    /// <summary>Above this share for others, wall-clock figures say more about them than about us.</summary>
    public const double QuietLimit = 0.10;

    public bool Quiet => OthersShare <= QuietLimit;

    public double P50Ms => Load.Latency.Milliseconds(0.50);

    public double P99Ms => Load.Latency.Milliseconds(0.99);

    /// <param name="idle">Our other servers: what they use is neither this side's nor a stranger's.</param>
    public static Window Take(Side side, IReadOnlyCollection<ServerProcess> idle, TimeSpan warmUp, TimeSpan length)
    {
        Clocks before = default, after = default;
        var client = new LoadClient(side.Visitors);
        var load = client.Run(warmUp, length, begins =>
        {
            if (begins) before = Clocks.Read(side.Server, idle);
            else after = Clocks.Read(side.Server, idle);
        });
        var capacity = load.Elapsed.TotalMilliseconds * Machine.Processors;
        var (server, bench, known, all) = (after.Server - before.Server, after.Bench - before.Bench, after.Idle - before.Idle, after.All - before.All);
        return new Window(
            load,
            load.Operations == 0 ? 0 : server / load.Operations,
            server / capacity,
            bench / capacity,
            Math.Max(0, all - server - bench - known) / capacity);
    }

    private readonly record struct Clocks(double Server, double Bench, double Idle, double All)
    {
        public static Clocks Read(ServerProcess server, IReadOnlyCollection<ServerProcess> idle) =>
            new(server.CpuMs, Machine.CpuMs(Environment.ProcessId), idle.Sum(s => s.CpuMs), Machine.BusyMs());
    }
}
