namespace Croisee.Groups;

/// <summary>What a group is for. Each kind declares its colleges and says whether it may decide without parity.</summary>
public enum GroupKind
{
    WorkingGroup,
    SteeringGroup,
    Jury,
    Council,
    Commission,
    Community,
}

/// <summary>
/// What a kind asks of a group. A working group reads experiences with as many persons concerned as professionals (EXP-R7);
/// a council (CVS) or a commission (CDU) has a composition set by law, kept in Bodies, so parity is shown there but blocks nothing.
/// </summary>
public sealed record GroupRule(string Name, IReadOnlyList<College> Colleges, bool AsksParity)
{
    /// <summary>Reads the experiences of a call: both facing sides sit, and weigh the same (EXP-R7).</summary>
    public bool MayRead => AsksParity && CollegeWords.Facing.All(Colleges.Contains);

    static readonly IReadOnlyList<College> WithDeciders = [College.ServiceUsers, College.Professionals, College.DecisionMakers];

    public static GroupRule Of(GroupKind kind) => kind switch
    {
        GroupKind.WorkingGroup => new("groupe de travail", CollegeWords.Facing, true),
        GroupKind.SteeringGroup => new("comité de pilotage", WithDeciders, true),
        GroupKind.Jury => new("jury", CollegeWords.Facing, true),
        GroupKind.Council => new("conseil de la vie sociale", Enum.GetValues<College>(), false),
        GroupKind.Commission => new("commission des usagers", Enum.GetValues<College>(), false),
        GroupKind.Community => new("communauté de pratique", [College.ServiceUsers, College.Relatives, College.Professionals, College.Partners], false),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
