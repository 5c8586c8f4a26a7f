namespace Croisee.Ui;

/// <summary>Who speaks or sits here. One hue and one shape each, everywhere: round seats for persons, square for professionals, shields for decision makers.</summary>
public enum CollegeHue { People, Pros, Deciders }

internal static class CollegeHueCss
{
    public static string Css(this CollegeHue hue) => hue switch
    {
        CollegeHue.People => "people",
        CollegeHue.Pros => "pros",
        _ => "deciders",
    };
}
