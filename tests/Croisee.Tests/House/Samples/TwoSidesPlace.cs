namespace Croisee.Tests.House;

public sealed class TwoSidesPlace : RoamingPlace
{
    internal TwoSides Sides { get; private set; } = null!;
    /// <summary>Every page whose address can be filled; the others are told by the matrix.</summary>
    internal IReadOnlyList<ScreenLine> Screens { get; private set; } = [];
    internal IReadOnlyList<ScreenLine> Unknown { get; private set; } = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Sides = await TwoSides.Build(this);
        var screens = await ScreenList.Read(this);
        Screens = [.. screens.Where(IsFilled)];
        Unknown = [.. screens.Where(s => !IsFilled(s))];
    }

    static bool IsFilled(ScreenLine screen) => screen.Route.Count(c => c == '{') == SampleRoutes.Of(screen.Route).Holes.Length;
}
