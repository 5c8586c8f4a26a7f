using Croisee.Words;

namespace Croisee.Library.Reading;

/// <summary>One idea a line: as written, and a sentence that shares its line with another gets its own, cut as the readability report cuts.</summary>
public static class EasyLines
{
    public static IEnumerable<string> Of(string? text) => EasyCut.Lines(text).SelectMany(EasyCut.Sentences);
}

/// <summary>« 240 Ko », « 3 Mo ».</summary>
public static class FileSizes
{
    public static string InWords(long bytes) => bytes < 1_000_000 ? $"{Math.Max(1, bytes / 1000)} Ko" : $"{(bytes / 1_000_000.0).ToString("0.#", Localizer.French)} Mo";
}
