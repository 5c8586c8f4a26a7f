using System.Globalization;
using System.Security;
using System.Text;
using System.Xml;

namespace Croisee.Ui.Paper;

/// <summary>What programs read of the file without opening it (XMP): title, author, licence, language, and that it follows PDF/UA.</summary>
static class PaperMetadata
{
    public static byte[] Of(PaperAbout about)
    {
        var day = about.At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetBytes($"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{Safe(about.Title)}</rdf:li></rdf:Alt></dc:title>
            <dc:creator><rdf:Seq><rdf:li>{Safe(about.Author)}</rdf:li></rdf:Seq></dc:creator>
            <dc:description><rdf:Alt><rdf:li xml:lang="x-default">{Safe(about.Subject)}</rdf:li></rdf:Alt></dc:description>
            <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{Safe(about.Rights)}</rdf:li></rdf:Alt></dc:rights>
            <dc:language><rdf:Bag><rdf:li>fr-FR</rdf:li></rdf:Bag></dc:language>
            <xmpRights:Marked>True</xmpRights:Marked>
            <xmp:CreateDate>{day}</xmp:CreateDate><xmp:ModifyDate>{day}</xmp:ModifyDate><xmp:CreatorTool>Croisée</xmp:CreatorTool>
            <pdf:Producer>Croisée</pdf:Producer>
            <pdfuaid:part>1</pdfuaid:part>
            </rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="w"?>
            """);
    }

    static string Safe(string text) => SecurityElement.Escape(string.Concat(text.EnumerateRunes().Select(r => r.ToString()).Where(r => XmlConvert.IsXmlChar(r[0]) || r.Length == 2)));
}
