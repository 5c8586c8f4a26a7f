namespace Croisee.Library.Reading;

/// <summary>One idea a line: as written, and a sentence that shares its line with another gets its own.</summary>
public static class EasyLines
{
    public static IEnumerable<string> Of(string? text)
    {
        foreach (var line in (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var from = 0;
            for (var i = 0; i + 2 < line.Length; i++)
                if (line[i] is '.' or '!' or '?' && line[i + 1] == ' ' && char.IsUpper(line[i + 2])) { yield return line[from..(i + 1)]; from = i + 2; }
            yield return line[from..];
        }
    }
}

/// <summary>« 240 Ko », « 3 Mo ».</summary>
public static class FileSizes
{
    public static string InWords(long bytes) => bytes < 1_000_000 ? $"{Math.Max(1, bytes / 1000)} Ko" : $"{(bytes / 1_000_000.0).ToString("0.#", Words.Localizer.French)} Mo";
}
