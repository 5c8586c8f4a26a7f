using System.Text;
using System.Xml;

namespace Croisee.Files;

/// <summary>OpenDocument and Office Open XML: archives that are what they say, unpack to a bounded size, and carry no program.</summary>
internal static class OfficeCheck
{
    /// <summary>A chart may hold its spreadsheet (depth 1); that spreadsheet may hold nothing more.</summary>
    const int MaxDepth = 1;

    public static Inspection Inspect(byte[] zip)
    {
        var left = FileLimits.MaxUnpacked;
        return Inspect(zip, 0, ref left);
    }

    static Inspection Inspect(byte[] zip, int depth, ref long left)
    {
        if (depth > MaxDepth) return Refusal.Bomb;
        var parts = new List<ZipPart>();
        if (ZipDirectory.Read(zip, parts) is { } broken) return broken;
        if (parts.Exists(p => IsMacro(p.Name))) return Refusal.Macros;
        if (parts.Exists(p => IsProgram(p.Name))) return Refusal.ActiveContent;
        try
        {
            var kind = KindOf(zip, parts);
            if (kind.Refused is not null) return kind;
            foreach (var part in parts)
                if (Unpack(zip, part, depth, ref left) is { } refusal) return refusal;
            return kind;
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or EndOfStreamException)
        {
            return Refusal.Damaged;
        }
    }

    static bool IsMacro(string name) =>
        name.Contains("vbaProject", StringComparison.OrdinalIgnoreCase) || name.Contains("vbaData", StringComparison.OrdinalIgnoreCase)
        || name.Contains("macrosheets/", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase);

    static bool IsProgram(string name) =>
        name.Contains("activeX/", StringComparison.OrdinalIgnoreCase) || name.Contains("oleObject", StringComparison.OrdinalIgnoreCase)
        || SafeName.IsProgram(SafeName.ExtensionOf(name));

    static Inspection KindOf(byte[] zip, List<ZipPart> parts)
    {
        if (parts.Find(p => p.Name == "[Content_Types].xml") is { Unpacked: > 0 } types)
            return types.Unpacked > FileLimits.MaxXmlPart ? Refusal.Bomb : OpenXmlKind(types.Read(zip));
        if (parts.Find(p => p.Name == "mimetype") is { Unpacked: > 0 and < 200, Offset: 0 } mimetype)
            return OpenDocumentKind(zip, parts, Encoding.ASCII.GetString(mimetype.Read(zip)).Trim());
        return Refusal.Archive;
    }

    static Inspection OpenXmlKind(byte[] types)
    {
        Inspection kind = Refusal.Archive;
        using var xml = Reader(types);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.GetAttribute("ContentType") is not { } type) continue;
            if (type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase))
                return Refusal.Macros;
            if (kind.Kind is not null || xml.LocalName != "Override") continue;
            if (type.EndsWith("wordprocessingml.document.main+xml", StringComparison.Ordinal)) kind = FileKind.Docx;
            else if (type.EndsWith("spreadsheetml.sheet.main+xml", StringComparison.Ordinal)) kind = FileKind.Xlsx;
            else if (type.EndsWith("presentationml.presentation.main+xml", StringComparison.Ordinal)) kind = FileKind.Pptx;
        }
        return kind;
    }

    static Inspection OpenDocumentKind(byte[] zip, List<ZipPart> parts, string mimetype)
    {
        if (!parts.Exists(p => p.Name == "content.xml")) return Refusal.Damaged;
        if (parts.Find(p => p.Name == "META-INF/manifest.xml") is { Unpacked: > 0 and <= FileLimits.MaxXmlPart } manifest
            && manifest.Read(zip).AsSpan().IndexOf("encryption-data"u8) >= 0) return Refusal.Encrypted;
        return mimetype switch
        {
            "application/vnd.oasis.opendocument.text" => FileKind.Odt,
            "application/vnd.oasis.opendocument.spreadsheet" => FileKind.Ods,
            "application/vnd.oasis.opendocument.presentation" => FileKind.Odp,
            _ => Refusal.Archive,
        };
    }

    /// <summary>Unpacks to nowhere, counting: a size in the directory is a promise, not a fact.</summary>
    static Refusal? Unpack(byte[] zip, ZipPart part, int depth, ref long left)
    {
        Span<byte> buffer = stackalloc byte[8192];
        using var stream = part.Open(zip);
        var head = stream.ReadAtLeast(buffer[..4], 4, throwOnEndOfStream: false);
        if (head == 4 && Program(buffer[..4]) is { } program) return program;
        var nested = head == 4 && buffer.StartsWith("PK\x03\x04"u8);
        long count = head;
        for (int n; (n = stream.Read(buffer)) > 0;)
            if ((count += n) > part.Unpacked) return Refusal.Bomb;
        if (count != part.Unpacked) return Refusal.Damaged;
        left -= count;
        if (left < 0) return Refusal.Bomb;
        if (part.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) && CallsOut(zip, part)) return Refusal.ActiveContent;
        if (!nested) return null;
        return part.Unpacked > FileLimits.MaxNested ? Refusal.Bomb : Inspect(part.Read(zip), depth + 1, ref left).Refused;
    }

    static Refusal? Program(ReadOnlySpan<byte> head) =>
        head.StartsWith("MZ"u8) || head.StartsWith("\u007FELF"u8) ? Refusal.ActiveContent
        : head.SequenceEqual((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) ? Refusal.ActiveContent
        : null;

    /// <summary>An object or a frame fetched from elsewhere when the document opens; plain links are welcome.</summary>
    static bool CallsOut(byte[] zip, ZipPart part)
    {
        if (part.Unpacked > FileLimits.MaxXmlPart) return true;
        using var xml = Reader(part.Read(zip));
        while (xml.Read())
            if (xml.NodeType == XmlNodeType.Element && xml.GetAttribute("TargetMode") == "External" && xml.GetAttribute("Type") is { } type
                && (type.EndsWith("/oleObject", StringComparison.Ordinal) || type.EndsWith("/frame", StringComparison.Ordinal)))
                return true;
        return false;
    }

    static XmlReader Reader(byte[] part) => XmlReader.Create(new MemoryStream(part, writable: false),
        new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = FileLimits.MaxXmlPart });
}
