namespace Croisee.Framework;

/// <summary>
/// Framework owns the framework of analysis: closed vocabularies, the six landmarks, registers, the grid, the ladder of degrees.
/// It must never change a code, nor hold what somebody told.
/// </summary>
public static class Room
{
    public static void Open(IServiceCollection services) => services.AddSingleton<Labels>();
}
