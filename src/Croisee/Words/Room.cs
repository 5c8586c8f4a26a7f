namespace Croisee.Words;

/// <summary>
/// Words owns what the interface says and how: the localizer, the two reading modes, dates and counts, the traces of identity in free text.
/// It must never decide what is true, only how it is said.
/// </summary>
public static class Room
{
    public static void Open(IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<Localizer>();
    }
}
