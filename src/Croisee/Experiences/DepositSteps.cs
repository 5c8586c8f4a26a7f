using Croisee.Experiences.Answers;

namespace Croisee.Experiences;

/// <summary>A step as the task list shows it. Paths are <c>/deposer/fiche/{reference}/{code}</c>.</summary>
public sealed record DepositStepInfo(string Code, string Name, Type Answers)
{
    /// <summary>A call asks its own questions of whoever wants to answer.</summary>
    public bool IsOptional => Answers == typeof(ExtraAnswers);
}

/// <summary>The order of the deposit, once for « next », « back », the task list and the check before sending.</summary>
public static class DepositSteps
{
    public static readonly IReadOnlyList<DepositStepInfo> All =
    [
        new("structure", "Votre structure", typeof(Structure)),
        new("essentiel", "L’essentiel", typeof(Essentials)),
        new("cadre", "Où et quand", typeof(Setting)),
        new("origine", "D’où vient l’idée", typeof(Origin)),
        new("participants", "Avec qui", typeof(Participants)),
        new("deroulement", "Ce que vous avez fait", typeof(Course)),
        new("participation", "Jusqu’où va la participation", typeof(Participation)),
        new("moyens", "Préparation et moyens", typeof(Means)),
        new("effets", "Ce qui a changé", typeof(Changes)),
        new("bilan", "Ce que vous en retenez", typeof(Lessons)),
        new("questions", "Les questions de l’appel", typeof(ExtraAnswers)),
    ];

    /// <summary>The steps a person meets: the call's own questions only when it has some.</summary>
    public static IReadOnlyList<DepositStepInfo> For(bool hasQuestions) => hasQuestions ? All : [.. All.Where(s => s.Code != "questions")];

    public static DepositStepInfo? Find(string code) => All.FirstOrDefault(s => s.Code == code);

    /// <summary>Whether only the call's own questions may follow.</summary>
    public static bool IsLastOfOurs(string code) => code == All[^2].Code;

    /// <summary>Path after this step: the next one, or the task list after the last.</summary>
    public static string PathAfter(string reference, string code, bool hasQuestions)
    {
        var steps = For(hasQuestions);
        var at = steps.ToList().FindIndex(s => s.Code == code);
        return at >= 0 && at + 1 < steps.Count ? PathOf(reference, steps[at + 1].Code) : $"/deposer/fiche/{reference}";
    }

    public static string PathOf(string reference, string code) => $"/deposer/fiche/{reference}/{code}";
}
