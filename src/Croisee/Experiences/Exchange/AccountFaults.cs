using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Croisee.Experiences.Answers;

namespace Croisee.Experiences.Exchange;

/// <summary>What the attributes of the answers refuse (too long, too many, an unknown code): the limits of the form hold for a file too.</summary>
static class AccountFaults
{
    static readonly (PropertyInfo Step, PropertyInfo[] Parts)[] Steps =
        [.. typeof(Account).GetProperties().Where(p => p.PropertyType.IsSubclassOf(typeof(StepAnswers))).Select(p => (p, p.PropertyType.GetProperties().Where(HasParts).ToArray()))];

    /// <summary>Place in a row, such as <c>Account.Means.Budget</c>, and a sentence.</summary>
    public static IEnumerable<(string Path, string Sentence)> Of(Account account)
    {
        foreach (var (step, parts) in Steps)
        {
            var answers = step.GetValue(account)!;
            var path = "Account." + step.Name;
            foreach (var fault in Faults(answers)) yield return ($"{path}.{fault.Member}", fault.Sentence);
            foreach (var part in parts)
                foreach (var fault in OfPart($"{path}.{part.Name}", part.GetValue(answers)!)) yield return fault;
        }
    }

    /// <summary>What a file must tell, by place in a row: what is missing before an experience can be sent, but for what was not always asked.</summary>
    public static IEnumerable<(string Path, string Sentence)> Missing(Account account) =>
        Steps.SelectMany(s => ((StepAnswers)s.Step.GetValue(account)!).Missing().Where(m => !m.AskedLater).Select(m => ($"Account.{s.Step.Name}.{m.Field}", m.Sentence)));

    static IEnumerable<(string, string)> OfPart(string path, object part) => part is IList lines
        ? lines.Cast<object>().SelectMany((line, i) => Faults(line).Select(f => (path, $"{i + 1}e ligne : {f.Sentence}")))
        : Faults(part).Select(f => ($"{path}.{f.Member}", f.Sentence));

    static IEnumerable<(string Member, string Sentence)> Faults(object answers)
    {
        var found = new List<ValidationResult>();
        Validator.TryValidateObject(answers, new ValidationContext(answers), found, validateAllProperties: true);
        return found.Select(f => (f.MemberNames.First(), f.ErrorMessage!));
    }

    static bool HasParts(PropertyInfo property) =>
        IsAnswer(property.PropertyType) || property.PropertyType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(List<>) && IsAnswer(type.GenericTypeArguments[0]);

    static bool IsAnswer(Type type) => type.IsClass && type.Namespace == typeof(Account).Namespace;
}
