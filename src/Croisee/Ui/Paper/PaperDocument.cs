using System.Globalization;
using System.Text;

namespace Croisee.Ui.Paper;

/// <summary>What the file says of itself.</summary>
public sealed record PaperAbout(string Title, string Author, string Subject, string Rights, DateTime At);

/// <summary>
/// A tagged PDF: the pages as they are seen, and beside them the text as it is read, in French, with its headings, lists, tables and links
/// (ISO 14289-1, PDF/UA). Written here, since what the libraries at hand write is neither the same twice nor nested as the standard asks (decision 8).
/// </summary>
public sealed class PaperDocument(PaperAbout about, FontSet fonts)
{
    readonly List<PaperPage> pages = [];
    readonly List<FontFace> faces = [];
    readonly Dictionary<FontFace, SortedDictionary<ushort, string>> used = [];
    readonly List<(int Level, string Title, PaperPage Page, double Top)> marks = [];
    readonly Dictionary<string, (PaperPage Page, double Top)> places = [];
    readonly PdfObjects objects = new();

    public FontSet Fonts => fonts;
    public PaperTag Root { get; } = new("Document");
    public int Pages => pages.Count;

    internal PaperPage NewPage()
    {
        var page = new PaperPage(this);
        pages.Add(page);
        return page;
    }

    internal PaperPage Page(int index) => pages[index];

    /// <summary>A line of the table that readers show beside the pages.</summary>
    internal void Bookmark(int level, string title, PaperPage page, double top) => marks.Add((level, title, page, top));

    internal void Place(string name, PaperPage page, double top) => places[name] = (page, top);
    internal int? PageOf(string place) => places.TryGetValue(place, out var found) ? pages.IndexOf(found.Page) + 1 : null;

    internal string FontName(FontFace face)
    {
        if (!used.ContainsKey(face)) { used[face] = []; faces.Add(face); }
        return "F" + faces.IndexOf(face).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>What a glyph means when it is copied. The text of a sign of several glyphs is carried by the first.</summary>
    internal void Use(FontFace face, ushort glyph, Cluster sign)
    {
        if (used[face].ContainsKey(glyph)) return;
        var alone = sign.Glyphs.Length == 1 && !sign.IsLineEnd;
        used[face][glyph] = sign.IsLineEnd ? " " : alone && sign.Actual is null ? sign.Text : Meaning(face, glyph, sign);
    }

    static string Meaning(FontFace face, ushort glyph, Cluster sign) => sign.Glyphs.Length == 1 && ArabicForms.Plain(sign.Text) is { } letters ? letters :
        sign.Text.EnumerateRunes().Where(r => face.Glyph(r.Value) == glyph).Select(r => r.ToString()).FirstOrDefault() ?? (face.Glyph(0x25A1) == glyph ? "□" : "?");

    public byte[] Write()
    {
        var (root, pageTree, tree) = (objects.Reserve(), objects.Reserve(), objects.Reserve());
        foreach (var page in pages) page.Id = objects.Reserve();
        foreach (var tag in Tags(Root)) tag.Id = objects.Reserve();
        foreach (var link in pages.SelectMany(p => p.Links)) link.Id = objects.Reserve();
        // Contents first: what is drawn says which glyphs are used.
        var contents = pages.Select(p => objects.AddStream("", p.Content())).ToList();
        var resources = "<</Font<<" + string.Concat(faces.Select(f => $"/{FontName(f)} {Pdf.Ref(PdfFont.Add(objects, f, used[f]))}")) + ">>>>";
        foreach (var (page, index) in pages.Select((p, i) => (p, i)))
            objects.Set(page.Id, $"<</Type/Page/Parent {Pdf.Ref(pageTree)}/MediaBox {Pdf.Box(0, 0, PaperPage.Width, PaperPage.Height)}/Contents {Pdf.Ref(contents[index])}/Resources {resources}/StructParents {index}/Tabs/S"
                + (page.Links.Count == 0 ? "" : $"/Annots[{string.Join(' ', page.Links.Select(l => Pdf.Ref(l.Id)))}]") + ">>");
        objects.Set(pageTree, $"<</Type/Pages/Count {pages.Count}/Kids[{string.Join(' ', pages.Select(p => Pdf.Ref(p.Id)))}]>>");
        WriteTags(tree);
        objects.Set(root, $"<</Type/Catalog/Pages {Pdf.Ref(pageTree)}/Lang(fr-FR)/MarkInfo<</Marked true>>/StructTreeRoot {Pdf.Ref(tree)}/ViewerPreferences<</DisplayDocTitle true>>"
            + $"/Metadata {Pdf.Ref(objects.AddStream("/Type/Metadata/Subtype/XML", PaperMetadata.Of(about), packed: false))}" + (marks.Count > 0 ? $"/Outlines {Pdf.Ref(PdfOutline.Add(objects, marks))}/PageMode/UseOutlines" : "") + ">>");
        var day = about.At.ToString("'D:'yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture);
        return objects.Write(root, objects.Add($"<</Title {Pdf.Text(about.Title)}/Author {Pdf.Text(about.Author)}/Subject {Pdf.Text(about.Subject)}/Creator {Pdf.Text("Croisée")}/Producer {Pdf.Text("Croisée")}/CreationDate({day})/ModDate({day})>>"));
    }

    static IEnumerable<PaperTag> Tags(PaperTag tag) => tag.Parts.OfType<PaperTag>().SelectMany(Tags).Prepend(tag);

    void WriteTags(int tree)
    {
        var links = pages.SelectMany(p => p.Links).ToList();
        foreach (var tag in Tags(Root))
            objects.Set(tag.Id, new StringBuilder($"<</Type/StructElem/S/{tag.Name}/P {Pdf.Ref(tag.Parent?.Id ?? tree)}")
                .Append(tag.Alternative is { } words ? $"/Alt {Pdf.Text(words)}" : "").Append(tag.Actual is { } said ? $"/ActualText {Pdf.Text(said)}" : "").Append(tag.Attributes is { } more ? $"/A{more}" : "")
                .Append("/K[").AppendJoin(' ', tag.Parts.Select(Part)).Append("]>>").ToString());
        foreach (var (link, index) in links.Select((l, i) => (l, i)))
            objects.Set(link.Id, $"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect {Pdf.Box(link.X, link.Y, link.Right, link.Top)}/StructParent {pages.Count + index}/Contents {Pdf.Text(link.Label)}{Goal(link)}>>");
        var byPage = pages.Select((p, i) => $"{i}[{string.Join(' ', p.Tags.Select(t => Pdf.Ref(t.Id)))}]");
        var byLink = links.Select((l, i) => $"{pages.Count + i} {Pdf.Ref(l.Tag.Id)}");
        objects.Set(tree, $"<</Type/StructTreeRoot/K[{Pdf.Ref(Root.Id)}]/ParentTree<</Nums[{string.Join(' ', byPage.Concat(byLink))}]>>/ParentTreeNextKey {pages.Count + links.Count}>>");
    }

    static string Part(object part) => part switch
    {
        PaperTag tag => Pdf.Ref(tag.Id),
        MarkedPart m => $"<</Type/MCR/Pg {Pdf.Ref(m.Page.Id)}/MCID {m.Number}>>",
        PaperLink link => $"<</Type/OBJR/Pg {Pdf.Ref(link.Page.Id)}/Obj {Pdf.Ref(link.Id)}>>",
        _ => throw new InvalidOperationException(),
    };

    string Goal(PaperLink link)
    {
        if (!link.Href.StartsWith('#')) return $"/A<</S/URI/URI{Pdf.Address(link.Href)}>>";
        var (page, top) = places.TryGetValue(link.Href[1..], out var place) ? place : (pages[0], PaperPage.Height);
        return $"/Dest[{Pdf.Ref(page.Id)}/XYZ null {Pdf.Number(top)} null]";
    }
}
