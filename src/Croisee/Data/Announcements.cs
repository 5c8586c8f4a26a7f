using System.Collections.Concurrent;
using Croisee.Rules;

namespace Croisee.Data;

/// <summary>Brings each announced fact to the rooms that hear it, in the order of announcement, inside the save.</summary>
static class Announcements
{
    static readonly ConcurrentDictionary<Type, Func<IServiceProvider, IFact, CancellationToken, Task>> Ways = new();

    public static async Task Dispatch(IServiceProvider services, List<IFact> facts, CancellationToken cancel)
    {
        // A hearer may announce in turn: the list grows while it is read.
        for (var i = 0; i < facts.Count; i++)
            await Ways.GetOrAdd(facts[i].GetType(), WayOf)(services, facts[i], cancel);
        facts.Clear();
    }

    static Func<IServiceProvider, IFact, CancellationToken, Task> WayOf(Type fact) =>
        typeof(Announcements).GetMethod(nameof(Tell), System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!
            .MakeGenericMethod(fact).CreateDelegate<Func<IServiceProvider, IFact, CancellationToken, Task>>();

    static async Task Tell<TFact>(IServiceProvider services, IFact fact, CancellationToken cancel) where TFact : IFact
    {
        foreach (var hearer in services.GetServices<IHear<TFact>>()) await hearer.Hear((TFact)fact, cancel);
    }
}
