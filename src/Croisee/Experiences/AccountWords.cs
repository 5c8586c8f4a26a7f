using Croisee.Experiences.Answers;
using Croisee.Words;

namespace Croisee.Experiences;

/// <summary>How the few answers that are not labels nor texts are said.</summary>
static class AccountWords
{
    /// <summary>« mars 2019 », or the year alone when only the year was told.</summary>
    public static string? Month(string? told) => Setting.ParseMonth(told) is { } month ? told!.Trim().Length == 4 ? told.Trim() : month.MonthInWords() : told;

    public static string Number(int number) => number.ToString("N0", Localizer.French);

    public static string Hours(int hours) => hours < 2 ? $"{hours} heure" : $"{Number(hours)} heures";

    public static string Milestone(Milestone one)
    {
        var parts = new[] { Month(one.When), one.What }.Where(p => !string.IsNullOrWhiteSpace(p));
        var line = string.Join(" : ", parts);
        return string.IsNullOrWhiteSpace(one.Who) ? line : line.Length == 0 ? one.Who : $"{line} ({one.Who})";
    }
}
