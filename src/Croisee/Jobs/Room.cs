namespace Croisee.Jobs;

/// <summary>
/// Jobs owns the clockwork: what runs later or at night, once, whatever the number of instances.
/// It must never hold work of its own: rooms register theirs by <c>Every</c>.
/// </summary>
public static class Room
{
    public static void Open(IServiceCollection services)
    {
        services.AddSingleton<JobBell>();
        services.AddHostedService<JobRunner>();
    }
}
