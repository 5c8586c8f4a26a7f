using Croisee.Ui;

namespace Croisee.Groups;

/// <summary>A college's hue and shape, the same everywhere.</summary>
public static class CollegeHues
{
    public static CollegeHue Hue(this College college) => college switch
    {
        College.ServiceUsers or College.Relatives => CollegeHue.People,
        College.DecisionMakers => CollegeHue.Deciders,
        _ => CollegeHue.Pros,
    };
}
