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

    /// <summary>Null where nothing differs: then the codes here say it all.</summary>
    public static FarName? Of(string name, string code, IEnumerable<KeyValuePair<string, string>> answers)
    {
        if (!IsKept(name)) return null;
        var others = answers.Where(a => a.Key != a.Value && IsKept(a.Key)).ToDictionary(StringComparer.Ordinal);
        return name == code && others.Count == 0 ? null : new(name) { Answers = others.Count > 0 ? others : null };
    }

    static bool IsKept(string said) => said.Length is > 0 and <= Max && ControlSigns.Out(said) == said;
}
