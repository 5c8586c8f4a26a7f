using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Croisee.Experiences.Answers;
using Croisee.Rules;

namespace Croisee.Experiences;

public enum StepStatus { ToDo, Begun, Done }

/// <summary>One step of a deposit, saved as a row as soon as it is sent: people stop, rest, change device. Two may write: a version keeps one from hiding the other.</summary>
public sealed class DepositStep : IAudited
{
    DepositStep() { }

    internal DepositStep(Guid experienceId, string code, DateTime now) => (ExperienceId, Code, SavedAt) = (experienceId, code, now);

    public Guid ExperienceId { get; private set; }
    public string Code { get; private set; } = "";
    public string Answers { get; private set; } = "{}";
    public StepStatus Status { get; private set; }
    public DateTime SavedAt { get; private set; }
    public Guid? SavedBy { get; private set; }
    public int Version { get; private set; }
    Guid IAudited.AuditedId => ExperienceId;

    public TAnswers Read<TAnswers>() where TAnswers : StepAnswers => (TAnswers)JsonSerializer.Deserialize(Answers, typeof(TAnswers), AnswersJson.Default)!;

    /// <summary>Whether it says this already, to the letter.</summary>
    public bool Says(StepAnswers answers) => Answers == Letters(answers);

    /// <summary>The row's own letters where they say the same once tidied: a signature given to them holds, and rows of before lines were tidied are not « changed » by whoever saves them as they are.</summary>
    string Letters(StepAnswers answers)
    {
        var told = Tidied(answers);
        return told == Answers || told == Tidied((StepAnswers)JsonSerializer.Deserialize(Answers, answers.GetType(), AnswersJson.Default)!) ? Answers : told;
    }

    static string Tidied(StepAnswers answers)
    {
        answers.Tidy();
        return JsonSerializer.Serialize(answers, answers.GetType(), AnswersJson.Default);
    }

    public void Write(StepAnswers answers, Guid? author, DateTime now)
    {
        Answers = Letters(answers);
        Status = answers.IsEmpty() ? StepStatus.ToDo : answers.Missing().Any() ? StepStatus.Begun : StepStatus.Done;
        (SavedAt, SavedBy) = (now, author);
    }
}

public static class DepositStepReading
{
    public static string French(this StepStatus status, DepositStepInfo step) => status switch { StepStatus.Done => "Fait", StepStatus.Begun => "À compléter", _ => step.IsOptional ? "Facultatif" : "À faire" };

    /// <summary>Class of the badge that shows it.</summary>
    public static string? Look(this StepStatus status) => status switch { StepStatus.Done => "good", StepStatus.Begun => "warn", _ => null };

    /// <summary>The whole account from its rows.</summary>
    public static Account ToAccount(this IEnumerable<DepositStep> rows)
    {
        var by = rows.ToDictionary(r => r.Code);
        TAnswers Step<TAnswers>(string code) where TAnswers : StepAnswers, new() => by.TryGetValue(code, out var row) ? row.Read<TAnswers>() : new();
        return new Account
        {
            Structure = Step<Structure>("structure"), Essentials = Step<Essentials>("essentiel"), Setting = Step<Setting>("cadre"), Origin = Step<Origin>("origine"),
            Participants = Step<Participants>("participants"), Course = Step<Course>("deroulement"), Participation = Step<Participation>("participation"),
            Means = Step<Means>("moyens"), Changes = Step<Changes>("effets"), Lessons = Step<Lessons>("bilan"), Extra = Step<ExtraAnswers>("questions"),
        };
    }

    /// <summary>Fingerprint of all texts, in the order of the steps: what a signature binds to.</summary>
    public static string Fingerprint(this IEnumerable<DepositStep> rows)
    {
        var order = DepositSteps.All.Select((s, i) => (s.Code, i)).ToDictionary(x => x.Code, x => x.i);
        var text = string.Join('\n', rows.OrderBy(r => order.GetValueOrDefault(r.Code)).Select(r => r.Code + r.Answers));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
    }
}
