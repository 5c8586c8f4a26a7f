using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Croisee.Ui.Paper;

/// <summary>A face in the file: only the glyphs used, their widths, and what each means when it is copied or read aloud.</summary>
static class PdfFont
{
    public static int Add(PdfObjects objects, FontFace face, SortedDictionary<ushort, string> used)
    {
        var bytes = face.Subset(used.Keys);
        // Six letters that tell one subset from another: from what is in it, so that the same page gives the same file.
        var name = string.Concat(SHA256.HashData(bytes).Take(6).Select(b => (char)('A' + b % 26))) + "+" + face.Name;
        var file = objects.AddStream($"/Length1 {bytes.Length}", bytes);
        var descriptor = objects.Add(string.Create(CultureInfo.InvariantCulture, $"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[{string.Join(' ', face.Box)}]/ItalicAngle 0/Ascent {face.Ascent}/Descent {face.Descent}/CapHeight {face.CapHeight}/StemV 80/FontFile2 {Pdf.Ref(file)}>>"));
        var widths = new StringBuilder();
        foreach (var glyph in used.Keys.Prepend((ushort)0)) widths.Append(CultureInfo.InvariantCulture, $"{glyph}[{face.Width(glyph)}]");
        var glyphs = objects.Add($"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor {Pdf.Ref(descriptor)}/CIDToGIDMap/Identity/DW 0/W[{widths}]>>");
        var meanings = objects.AddStream("", Meanings(used));
        return objects.Add($"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{Pdf.Ref(glyphs)}]/ToUnicode {Pdf.Ref(meanings)}>>");
    }

    static byte[] Meanings(SortedDictionary<ushort, string> used)
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
        foreach (var part in used.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{part.Length} beginbfchar\n");
            foreach (var (glyph, text) in part) map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}><{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>\n");
            map.Append("endbfchar\n");
        }
        return Encoding.ASCII.GetBytes(map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString());
    }
}

/// <summary>The table of headings that readers show beside the pages.</summary>
static class PdfOutline
{
    sealed class Entry(int level, string title, PaperPage page, double top)
    {
        public int Level => level;
        public List<Entry> Under { get; } = [];
        public int Id { get; set; }
        public string Own => $"/Title {Pdf.Text(title)}/Dest[{Pdf.Ref(page.Id)}/XYZ null {Pdf.Number(top)} null]";
    }

    public static int Add(PdfObjects objects, IReadOnlyList<(int Level, string Title, PaperPage Page, double Top)> marks)
    {
        var root = new Entry(0, "", marks[0].Page, 0) { Id = objects.Reserve() };
        var path = new Stack<Entry>([root]);
        foreach (var (level, title, page, top) in marks)
        {
            while (path.Peek().Level >= level) path.Pop();
            var entry = new Entry(level, title, page, top) { Id = objects.Reserve() };
            path.Peek().Under.Add(entry);
            path.Push(entry);
        }
        objects.Set(root.Id, $"<</Type/Outlines{Ends(root)}>>");
        Write(objects, root);
        return root.Id;
    }

    static void Write(PdfObjects objects, Entry parent)
    {
        for (var i = 0; i < parent.Under.Count; i++)
        {
            var entry = parent.Under[i];
            objects.Set(entry.Id, $"<<{entry.Own}/Parent {Pdf.Ref(parent.Id)}{(i > 0 ? "/Prev " + Pdf.Ref(parent.Under[i - 1].Id) : "")}{(i + 1 < parent.Under.Count ? "/Next " + Pdf.Ref(parent.Under[i + 1].Id) : "")}{(entry.Under.Count > 0 ? Ends(entry) : "")}>>");
            Write(objects, entry);
        }
    }

    static string Ends(Entry entry) => $"/First {Pdf.Ref(entry.Under[0].Id)}/Last {Pdf.Ref(entry.Under[^1].Id)}/Count {Open(entry)}";
    static int Open(Entry entry) => entry.Under.Sum(e => 1 + Open(e));
}
