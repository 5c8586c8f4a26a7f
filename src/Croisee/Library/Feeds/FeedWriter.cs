using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;
using Croisee.Ui.Tables;

namespace Croisee.Library.Feeds;

/// <summary>The three languages of feeds: RSS 2.0, Atom (RFC 4287), JSON Feed 1.1.</summary>
static class FeedWriter
{
    const string AtomSpace = "http://www.w3.org/2005/Atom";

    public static IReadOnlyList<(string Code, string Label, string MediaType, Func<Feed, byte[]> Write)> Formats { get; } =
    [
        ("rss", "RSS", "application/rss+xml", Rss), ("atom", "Atom", "application/atom+xml", Atom), ("json", "JSON Feed", "application/feed+json", Json),
    ];

    static byte[] Rss(Feed feed) => Xml(x =>
    {
        x.WriteStartElement("rss");
        x.WriteAttributeString("version", "2.0");
        x.WriteAttributeString("xmlns", "atom", null, AtomSpace);
        x.WriteStartElement("channel");
        Text(x, "title", feed.Title);
        Text(x, "link", feed.Home);
        Text(x, "description", feed.Description);
        Text(x, "language", "fr");
        Text(x, "copyright", Sheet.Licence);
        Text(x, "lastBuildDate", Rfc822(feed.UpdatedAt));
        x.WriteStartElement("link", AtomSpace);
        x.WriteAttributeString("href", feed.Self);
        x.WriteAttributeString("rel", "self");
        x.WriteAttributeString("type", "application/rss+xml");
        x.WriteEndElement();
        foreach (var entry in feed.Entries)
        {
            x.WriteStartElement("item");
            Text(x, "title", entry.Title);
            Text(x, "link", entry.Address);
            x.WriteStartElement("guid");
            x.WriteAttributeString("isPermaLink", "true");
            x.WriteString(entry.Address);
            x.WriteEndElement();
            Text(x, "pubDate", Rfc822(entry.PublishedAt));
            Text(x, "description", entry.Summary);
            x.WriteEndElement();
        }
    });

    static byte[] Atom(Feed feed) => Xml(x =>
    {
        x.WriteStartElement("feed", AtomSpace);
        x.WriteAttributeString("xml", "lang", null, "fr");
        Text(x, "id", feed.Self);
        Text(x, "title", feed.Title);
        Text(x, "subtitle", feed.Description);
        Text(x, "updated", Rfc3339(feed.UpdatedAt));
        Text(x, "rights", Sheet.Licence);
        Author(x, feed.Author);
        Link(x, "self", "application/atom+xml", feed.Self);
        Link(x, "alternate", "text/html", feed.Home);
        Link(x, "license", null, Sheet.LicenceAddress);
        foreach (var entry in feed.Entries)
        {
            x.WriteStartElement("entry");
            Text(x, "id", entry.Address);
            Text(x, "title", entry.Title);
            Text(x, "published", Rfc3339(entry.PublishedAt));
            Text(x, "updated", Rfc3339(entry.UpdatedAt));
            Link(x, "alternate", "text/html", entry.Address);
            Text(x, "summary", entry.Summary);
            x.WriteEndElement();
        }
    });

    static byte[] Json(Feed feed)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            json.WriteString("title", feed.Title);
            json.WriteString("description", feed.Description);
            json.WriteString("home_page_url", feed.Home);
            json.WriteString("feed_url", feed.Self);
            json.WriteString("language", "fr");
            json.WriteStartArray("authors");
            json.WriteStartObject();
            json.WriteString("name", feed.Author);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartArray("items");
            foreach (var entry in feed.Entries)
            {
                json.WriteStartObject();
                json.WriteString("id", entry.Address);
                json.WriteString("url", entry.Address);
                json.WriteString("title", entry.Title);
                json.WriteString("content_text", entry.Summary);
                json.WriteString("date_published", Rfc3339(entry.PublishedAt));
                json.WriteString("date_modified", Rfc3339(entry.UpdatedAt));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    static byte[] Xml(Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var x = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(false) })) write(x); // Closing it ends what is open.
        return bytes.ToArray();
    }

    static void Text(XmlWriter x, string name, string text)
    {
        // Inside an Atom feed its namespace is the one without prefix; RSS has none.
        x.WriteStartElement(name, x.LookupPrefix(AtomSpace) is "" ? AtomSpace : "");
        x.WriteString(TableText.Clean(text));
        x.WriteEndElement();
    }

    static void Author(XmlWriter x, string name)
    {
        x.WriteStartElement("author", AtomSpace);
        Text(x, "name", name);
        x.WriteEndElement();
    }

    static void Link(XmlWriter x, string rel, string? type, string href)
    {
        x.WriteStartElement("link", AtomSpace);
        x.WriteAttributeString("rel", rel);
        if (type is not null) x.WriteAttributeString("type", type);
        x.WriteAttributeString("href", href);
        x.WriteEndElement();
    }

    static string Rfc822(DateTime utc) => utc.ToString("r", CultureInfo.InvariantCulture);
    static string Rfc3339(DateTime utc) => utc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
