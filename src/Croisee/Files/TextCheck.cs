using System.Text;
using System.Text.Unicode;

namespace Croisee.Files;

/// <summary>Plain text and CSV, in UTF-8 or in the Windows code page that French spreadsheets still write.</summary>
internal static class TextCheck
{
    static readonly HashSet<string> Extensions = new(["", "txt", "text", "csv", "tsv", "md"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Words by which a browser, or a server's interpreter, would take the text for a page or a script.</summary>
    static readonly string[] Markup =
        ["<!doctype", "<html", "<head", "<body", "<script", "<svg", "<iframe", "<object", "<embed", "<?xml", "<?php", "<?=", "<%", "<!--", "<style", "<link", "<meta", "<img"];

    public static Inspection Inspect(ReadOnlySpan<byte> data, string? claimedName)
    {
        if (LooksLikeMarkup(data)) return Refusal.WebPage;
        if (data.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || data.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Refusal.UnreadableText;
        if (HasControls(data)) return Refusal.Unknown;
        if (!Utf8.IsValid(data) && data.IndexOfAny((ReadOnlySpan<byte>)[0x81, 0x8D, 0x8F, 0x90, 0x9D]) >= 0) return Refusal.UnreadableText;
        var extension = SafeName.ExtensionOf(claimedName);
        if (!Extensions.Contains(extension))
            // A text called .pdf or .docx is a damaged document; one called .bat or .vbs is a script.
            return SafeName.IsAccepted(extension) ? Refusal.Damaged : Refusal.Unknown;
        return extension.Equals("csv", StringComparison.OrdinalIgnoreCase) || extension.Equals("tsv", StringComparison.OrdinalIgnoreCase)
            ? FileKind.Csv : FileKind.Text;
    }

    /// <summary>In the first 4,096 bytes, whatever the width of the characters: browsers sniff no further.</summary>
    static bool LooksLikeMarkup(ReadOnlySpan<byte> data)
    {
        var head = Encoding.Latin1.GetString(data[..Math.Min(4096, data.Length)]).Replace("\0", "", StringComparison.Ordinal);
        return Array.Exists(Markup, m => head.Contains(m, StringComparison.OrdinalIgnoreCase));
    }

    static bool HasControls(ReadOnlySpan<byte> data)
    {
        foreach (var b in data)
            if (b < 0x20 && b is not (0x09 or 0x0A or 0x0D or 0x0C) || b == 0x7F) return true;
        return false;
    }

    /// <summary>Everything leaves as UTF-8, so that the declared charset is true and an accent never breaks.</summary>
    public static void Rewrite(ReadOnlySpan<byte> data, FileKind kind, Stream output)
    {
        if (Utf8.IsValid(data)) { output.Write(data); return; }
        // Spreadsheets read a CSV as UTF-8 only when it carries the mark.
        if (kind == FileKind.Csv) output.Write([0xEF, 0xBB, 0xBF]);
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        output.Write(Encoding.UTF8.GetBytes(windows.GetString(data)));
    }
}
