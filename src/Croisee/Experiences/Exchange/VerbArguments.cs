namespace Croisee.Experiences.Exchange;

/// <summary>Words, options with a value and flags of a verb; null when an option is unknown or lacks its value.</summary>
sealed class VerbArguments
{
    readonly Dictionary<string, string?> options = [];

    public IReadOnlyList<string> Words { get; private init; } = [];

    public static VerbArguments? Read(string[] args, string[] valued, string[] flags)
    {
        var words = new List<string>();
        var read = new VerbArguments { Words = words };
        for (var i = 0; i < args.Length; i++)
        {
            if (flags.Contains(args[i])) read.options[args[i]] = null;
            else if (valued.Contains(args[i]) && i + 1 < args.Length) { read.options[args[i]] = args[i + 1]; i++; }
            else if (args[i].StartsWith("--", StringComparison.Ordinal)) return null;
            else words.Add(args[i]);
        }
        return read;
    }

    public string? Value(string option) => options.GetValueOrDefault(option);
    public bool Has(string flag) => options.ContainsKey(flag);
}
