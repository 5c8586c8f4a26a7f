using System.Text.RegularExpressions;

namespace Croisee.Tests.House;

/// <summary>One .cs or .cshtml of the product: its room, its code without comments, the types it declares, the rooms it names.</summary>
sealed partial class SourceFile(string path)
{
    readonly Lazy<string> code = new(() => WithoutComments(Repo.Read(path), path.EndsWith(".cshtml", StringComparison.Ordinal)));

    public string Path => path;
    public bool IsView => path.EndsWith(".cshtml", StringComparison.Ordinal);
    public string Text => Repo.Read(path);
    public string Code => code.Value;
    public string Name => System.IO.Path.GetFileName(path);

    /// <summary>The folder just under src/Croisee; empty for Program and the root's imports.</summary>
    public string Room => path.Split('/') is { Length: > 3 } parts ? parts[2] : "";

    public IEnumerable<string> Declared => IsView ? [] : Declaration().Matches(Code).Select(m => m.Groups["name"].Value);
    public IEnumerable<string> Imports => Import().Matches(Code).Select(m => m.Groups["name"].Value);

    /// <summary>Rooms named by import, by full name, by a name that starts at a room (<c>Journal.Actor</c>), or by the path of a partial.</summary>
    public IEnumerable<string> Names(IReadOnlyDictionary<string, HashSet<string>> typesOfRooms)
    {
        foreach (Match m in FullName().Matches(Code)) yield return m.Groups["room"].Value;
        foreach (Match m in PartialPath().Matches(Code)) yield return m.Groups["room"].Value;
        foreach (Match m in HalfName().Matches(Code))
            if (typesOfRooms.TryGetValue(m.Groups["room"].Value, out var types) && types.Contains(m.Groups["type"].Value)) yield return m.Groups["room"].Value;
    }

    /// <summary>Comments become spaces; strings stay, because a path in a string is an arrow too.</summary>
    static string WithoutComments(string text, bool view)
    {
        if (view) text = RazorComment().Replace(text, m => Blank(m.Value));
        return StringOrComment().Replace(text, m => m.Value[0] == '/' ? Blank(m.Value) : m.Value);
    }

    static string Blank(string comment) => new([.. comment.Select(c => c == '\n' ? '\n' : ' ')]);

    [GeneratedRegex(@"@\*[\s\S]*?\*@", RegexOptions.None, 2000)] private static partial Regex RazorComment();
    [GeneratedRegex("""""
        "{3}[\s\S]*?"{3}|@"(?:[^"]|"")*"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])'|(?<![:\w/])//[^\n]*|/\*[\s\S]*?\*/
        """"", RegexOptions.None, 2000)] private static partial Regex StringOrComment();
    [GeneratedRegex(@"^\s*(?:public |internal |sealed |static |abstract |partial |readonly |file )*(?:class|interface|enum|record struct|record class|record|struct) (?<name>\w+)", RegexOptions.Multiline, 2000)] private static partial Regex Declaration();
    [GeneratedRegex(@"^\s*(?:global )?@?using (?:static )?(?:\w+ = )?(?<name>[A-Z][\w.]*)", RegexOptions.Multiline, 2000)] private static partial Regex Import();
    [GeneratedRegex(@"(?<![\w.])(?:global::)?Croisee\.(?<room>[A-Z]\w*)", RegexOptions.None, 2000)] private static partial Regex FullName();
    [GeneratedRegex(@"""[~]?/(?<room>[A-Z]\w*)/[\w/.]+\.cshtml""", RegexOptions.None, 2000)] private static partial Regex PartialPath();
    [GeneratedRegex(@"(?<![\w.""])(?<room>[A-Z]\w*)\.(?<type>[A-Z]\w*)", RegexOptions.None, 2000)] private static partial Regex HalfName();
}
