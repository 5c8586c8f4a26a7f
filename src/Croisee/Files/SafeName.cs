using System.Globalization;
using System.Text;

namespace Croisee.Files;

/// <summary>
/// The name under which a file is shown and downloaded. It never reaches our own disk (see <see cref="FileStore"/>); it is made safe
/// for the disk of whoever downloads it, on any system, and says the truth about the kind.
/// </summary>
public static class SafeName
{
    /// <summary>UTF-16 units and UTF-8 bytes of a whole name; every common file system takes 255 of either.</summary>
    public const int MaxLength = 120, MaxBytes = 200;

    static readonly HashSet<string> Reserved = new(
        ["CON", "PRN", "AUX", "NUL", "CLOCK$", "CONIN$", "CONOUT$", .. Enumerable.Range(0, 10).SelectMany(i => new[] { $"COM{i}", $"LPT{i}" }),
            "COM¹", "COM²", "COM³", "LPT¹", "LPT²", "LPT³"], StringComparer.OrdinalIgnoreCase);

    static readonly HashSet<string> Accepted = new(
        [.. Enum.GetValues<FileKind>().Select(k => k.Extension), "jpeg", "jpe", "jfif", "text", "tsv", "md", "oga", "opus", "mp4"], StringComparer.OrdinalIgnoreCase);

    static readonly HashSet<string> Programs = new(
        ("exe com scr pif bat cmd ps1 psm1 vbs vbe js jse mjs wsf wsh hta msi msp cpl dll sys jar class sh bash zsh py pl rb php php3 php5 phtml phar "
        + "asp aspx ashx jsp cgi swf lnk url scf inf reg apk app").Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>Endings that would lie about a file once its own is put after them; cut away.</summary>
    static readonly HashSet<string> Misleading = new(
        [.. Programs, .. ("htm html xhtml shtml mht mhtml svg svgz xml xsl xht iso img vhd vhdx deb rpm dmg pkg docm dotm xlsm xltm xlsb xlam pptm potm ppam ppsm sldm "
        + "doc xls ppt rtf zip rar 7z gz tgz tar bz2 xz htaccess config").Split(' ')], StringComparer.OrdinalIgnoreCase);

    public static bool IsAccepted(string extension) => Accepted.Contains(extension);
    public static bool IsProgram(string extension) => Programs.Contains(extension);

    /// <returns>What follows the last dot of the last path segment, without the dot; "" when there is none.</returns>
    public static string ExtensionOf(string? name)
    {
        if (name is null) return "";
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..].TrimEnd(' ', '.', '\0');
        var dot = last.LastIndexOf('.');
        return dot < 0 ? "" : last[(dot + 1)..].Trim();
    }

    public static string For(string? original, FileKind kind)
    {
        var name = Clean(original ?? "");
        while (ExtensionOf(name) is { Length: > 0 } extension && (IsAccepted(extension) || Misleading.Contains(extension)))
            name = Trim(name[..name.LastIndexOf('.')]);
        var stem = name.Split('.')[0].TrimEnd();
        if (name.Length == 0) name = "fichier";
        else if (Reserved.Contains(stem)) name = "fichier-" + name;
        return Shorten(name, "." + kind.Extension) + "." + kind.Extension;
    }

    /// <summary>The last segment, without anything that is not seen, that turns the reading direction, or that a file system keeps for itself.</summary>
    static string Clean(string original)
    {
        var last = original.TrimEnd('/', '\\');
        last = last[(last.LastIndexOfAny(['/', '\\']) + 1)..];
        if (last.Length > 1000) last = last[..500] + last[^500..];
        var kept = new StringBuilder();
        // Composed first: some letters turn into a sign that file systems keep, such as ; or `.
        var whole = string.Concat(last.EnumerateRunes().Where(r => r != Rune.ReplacementChar && Rune.GetUnicodeCategory(r) != UnicodeCategory.OtherNotAssigned)).Normalize(NormalizationForm.FormC);
        foreach (var rune in whole.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned) continue;
            if (category is UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                if (kept.Length > 0 && kept[^1] != ' ') kept.Append(' ');
            }
            else if (rune.IsAscii && "<>:\"|?*;%&$`'{}^~".Contains((char)rune.Value)) kept.Append('-');
            else kept.Append(rune.ToString());
        }
        return Trim(kept.ToString().Normalize(NormalizationForm.FormC));
    }

    /// <summary>Leading dots hide a file, leading dashes look like an option, trailing dots and spaces vanish on Windows.</summary>
    static string Trim(string name) => name.Trim(' ', '.', '-', '_');

    static string Shorten(string name, string ending)
    {
        var kept = new StringBuilder();
        var bytes = ending.Length;
        var characters = StringInfo.GetTextElementEnumerator(name);
        while (characters.MoveNext())
        {
            var one = characters.GetTextElement();
            bytes += Encoding.UTF8.GetByteCount(one);
            if (bytes > MaxBytes || kept.Length + one.Length + ending.Length > MaxLength) break;
            kept.Append(one);
        }
        var shortened = Trim(kept.ToString());
        return shortened.Length == 0 ? "fichier" : shortened;
    }

    /// <summary>For clients that read only ASCII: accents dropped, ligatures spelled, the rest replaced.</summary>
    public static string Ascii(string safe)
    {
        var spelled = safe.Replace("œ", "oe", StringComparison.Ordinal).Replace("Œ", "OE", StringComparison.Ordinal)
            .Replace("æ", "ae", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal).Replace('’', '-');
        var kept = new StringBuilder();
        foreach (var c in spelled.Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                kept.Append(char.IsAsciiLetterOrDigit(c) || "-_. ()".Contains(c) ? c : '_');
        return kept.ToString();
    }
}
