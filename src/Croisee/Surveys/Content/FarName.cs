namespace Croisee.Surveys.Content;

/// <summary>
/// What a question or a phrase is called in the tool that it came from, where that is not its code here: answers that this tool collected name it so.
/// </summary>
/// <param name="Name">A linkId of FHIR.</param>
public sealed record FarName(string Name)
{
    /// <summary>Characters of a name or of a code of an answer; longer ones are not kept.</summary>
    public const int Max = Wording.TextMax;

    /// <summary>Its code of each answer, and ours.</summary>
    public IReadOnlyDictionary<string, string>? Answers { get; init; }

    /// <summary>Our answer that stands for one in a person's own words, where that tool lets them write instead of choosing.</summary>
    public string? Other { get; init; }

    /// <summary>Null where nothing differs: then the codes here say it all.</summary>
    public static FarName? Of(string name, string code, IEnumerable<KeyValuePair<string, string>> answers, string? other = null)
    {
        if (!IsKept(name)) return null;
        var others = answers.Where(a => a.Key != a.Value && IsKept(a.Key)).ToDictionary(StringComparer.Ordinal);
        return name == code && others.Count == 0 && other is null ? null : new(name) { Answers = others.Count > 0 ? others : null, Other = other };
    }

    static bool IsKept(string said) => said.Length is > 0 and <= Max && ControlSigns.Out(said) == said;
}
