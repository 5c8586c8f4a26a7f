namespace Croisee.Tests.House;

/// <summary>Two organisations that must know nothing of each other, and whoever looks at the first: those of the house, and those of the other one.</summary>
sealed class TwoSides
{
    public Samples Own { get; private init; } = null!;
    public Samples Other { get; private init; } = null!;
    public Side Absent { get; private init; } = null!;

    public static async Task<TwoSides> Build(Place place)
    {
        var own = await new Samples(place, "la Maison A").Build();
        return new() { Own = own, Other = await new Samples(place, "la Maison B").Build(), Absent = own.Side.Absent() };
    }

    /// <summary>Those who may be of the other side: whoever holds something there and nothing here.</summary>
    public IEnumerable<Viewer> Strangers => Other.Viewers.Where(v => v.Kind is ViewerKind.Author or ViewerKind.Invitee or ViewerKind.Member or ViewerKind.Facilitator or ViewerKind.Chair or ViewerKind.Held or ViewerKind.Home);
}
