namespace Croisee.Jobs;

/// <summary>One line of the clockwork: a name people can read, a period, and the method that does the work. A job is a shell: it calls one method of a noun or verb.</summary>
public sealed record JobDefinition(string Name, TimeSpan Every, Func<IServiceProvider, CancellationToken, Task> Work);

public static class Clockwork
{
    public static IServiceCollection Every(this IServiceCollection services, TimeSpan period, string name, Func<IServiceProvider, CancellationToken, Task> work) =>
        services.AddSingleton(new JobDefinition(name, period, work));
}
