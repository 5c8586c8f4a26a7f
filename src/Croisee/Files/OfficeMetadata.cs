using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Croisee.Files;

/// <summary>
/// Writes an office document anew, part by part: who wrote it, when and with what are emptied, pictures inside lose their EXIF,
/// and anything hidden between the parts stays behind. The text itself (comments and tracked changes included) is not touched.
/// </summary>
internal static class OfficeMetadata
{
    const int MaxPicture = 20 << 20;
    /// <summary>The oldest moment an archive can note: parts keep no date of their own.</summary>
    static readonly DateTimeOffset NoDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    const string Xml = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n";

    static readonly Dictionary<string, string> Emptied = new(StringComparer.OrdinalIgnoreCase)
    {
        ["docProps/core.xml"] = Xml + """<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>""",
        ["docProps/app.xml"] = Xml + """<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>""",
        ["docProps/custom.xml"] = Xml + """<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>""",
        ["meta.xml"] = Xml + """<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"><office:meta/></office:document-meta>""",
    };

    /// <summary>One transparent point, in place of an OpenDocument thumbnail, which may show a page since rewritten.</summary>
    static readonly byte[] Point = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    /// <returns>False when a picture inside could not be read and was copied as it was.</returns>
    public static bool Rewrite(byte[] zip, Stream output)
    {
        var parts = new List<ZipPart>();
        if (ZipDirectory.Read(zip, parts) is not null) throw new InvalidDataException("Inspect an archive before rewriting it.");
        var all = true;
        using var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var part in parts)
        {
            if (part.Name.StartsWith("docProps/thumbnail", StringComparison.OrdinalIgnoreCase)) continue;
            // OpenDocument asks for its mimetype first and unpacked.
            var entry = archive.CreateEntry(part.Name, part.Deflated ? CompressionLevel.Fastest : CompressionLevel.NoCompression);
            entry.LastWriteTime = NoDate;
            using var target = entry.Open();
            all &= Write(zip, part, target);
        }
        return all;
    }

    static bool Write(byte[] zip, ZipPart part, Stream target)
    {
        if (Emptied.TryGetValue(part.Name, out var empty))
            target.Write(System.Text.Encoding.UTF8.GetBytes(empty));
        else if (part.Name == "Thumbnails/thumbnail.png")
            target.Write(Point);
        else if (part.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
            WriteRelations(part.Read(zip), target);
        else if (IsPicture(part.Name))
            return WritePicture(zip, part, target);
        else
            using (var source = part.Open(zip)) source.CopyTo(target);
        return true;
    }

    /// <summary>The link to the thumbnail goes with it; the author's template (a path with a person's name, or an address to fetch) becomes the default one.</summary>
    static void WriteRelations(byte[] part, Stream target)
    {
        using var reader = XmlReader.Create(new MemoryStream(part, writable: false), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var xml = XDocument.Load(reader);
        foreach (var relation in xml.Root!.Elements().ToList())
        {
            var type = (string?)relation.Attribute("Type") ?? "";
            if (type.EndsWith("/thumbnail", StringComparison.Ordinal)) relation.Remove();
            else if (type.EndsWith("/attachedTemplate", StringComparison.Ordinal)) relation.SetAttributeValue("Target", "Normal.dotm");
        }
        xml.Save(target, SaveOptions.DisableFormatting);
    }

    static bool IsPicture(string name) =>
        SafeName.ExtensionOf(name).ToLowerInvariant() is "jpg" or "jpeg" or "png" or "webp" or "gif";

    static bool WritePicture(byte[] zip, ZipPart part, Stream target)
    {
        if (part.Unpacked <= MaxPicture)
        {
            var picture = part.Read(zip);
            if (FileCheck.Inspect(picture, null).Kind is { IsPicture: true } kind) return Metadata.Remove(kind, picture, target);
            target.Write(picture);
            return false;
        }
        using var source = part.Open(zip);
        source.CopyTo(target);
        return false;
    }
}
