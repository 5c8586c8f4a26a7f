namespace Croisee.Framework;

/// <summary>
/// « Exemples du répertoire »: what a higher room has published for a register, a degree or a modality. Nothing is shown while no room answers.
/// </summary>
public interface IFrameworkExamples
{
    /// <summary>At most <paramref name="most"/> examples for each of these codes, the most telling first; readable by anyone.</summary>
    Task<IReadOnlyList<FrameworkExample>> Find(IReadOnlyCollection<string> codes, int most, CancellationToken cancel);
}

/// <summary>A published thing that illustrates the term with this code, and its local address.</summary>
public sealed record FrameworkExample(string Code, string Title, string Path);

static class FrameworkExamples
{
    public static async Task<ILookup<string, FrameworkExample>> Of(this IEnumerable<IFrameworkExamples> rooms, IEnumerable<string> codes, int most, CancellationToken cancel)
    {
        var asked = codes.ToList();
        var found = new List<FrameworkExample>();
        foreach (var room in rooms) found.AddRange(await room.Find(asked, most, cancel));
        return found.ToLookup(e => e.Code);
    }
}
