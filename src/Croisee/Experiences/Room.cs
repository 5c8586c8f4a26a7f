namespace Croisee.Experiences;

/// <summary>
/// Experiences owns calls, drafts and their steps, authors with private codes, the states an experience passes through, contact data in their own store.
/// It must never show contact data beside content, nor know who reads or decides.
/// </summary>
public static class Room
{
    public static void Open(IServiceCollection services)
    {
        services.AddSingleton<AuthorCookie>();
        services.AddScoped<ContactStore>();
        services.AddScoped<FollowUp.Visits>();
    }
}
