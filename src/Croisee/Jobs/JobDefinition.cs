namespace Croisee.Jobs;

/// <summary>One line of the clockwork: a name people can read, a period, and the method that does the work. A job is a shell: it calls one method of a noun or verb.</summary>
/// <param name="OwnLoop">Waits for somebody else's machine, or somebody waits for it: it and the others do not wait for each other.</param>
public sealed record JobDefinition(string Name, TimeSpan Every, Func<IServiceProvider, CancellationToken, Task> Work, bool OwnLoop = false);

public static class Clockwork
{
    public static IServiceCollection Every(this IServiceCollection services, TimeSpan period, string name, Func<IServiceProvider, CancellationToken, Task> work, bool ownLoop = false) =>
        services.AddSingleton(new JobDefinition(name, period, work, ownLoop));
}
