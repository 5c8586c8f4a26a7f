using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Croisee.Ui.Paper;

/// <summary>What people wrote, on paper: the same paragraphs, lists, emphasis and links as on the screen (<see cref="Markdown"/>).</summary>
public static class PaperMarkdown
{
    public static void Write(PaperFlow flow, string? text, string origin, PaperStyle style = PaperStyle.Text)
    {
        if (string.IsNullOrWhiteSpace(text)) return;
        foreach (var block in Markdown.Parse(text)) Block(flow, block, origin, style);
    }

    /// <summary>The same in one line of text, for a cell.</summary>
    public static IReadOnlyList<PaperSpan> Spans(string? text, string origin)
    {
        if (string.IsNullOrWhiteSpace(text)) return [];
        var found = new List<PaperSpan>();
        foreach (var leaf in Markdown.Parse(text).Descendants<LeafBlock>())
        {
            if (found.Count > 0) found.Add(new("\n"));
            if (leaf.Parent is ListItemBlock) found.Add(new("• "));
            found.AddRange(Inlines(leaf, origin));
        }
        return found;
    }

    static void Block(PaperFlow flow, Block block, string origin, PaperStyle style)
    {
        switch (block)
        {
            case ListBlock list:
                using (var made = flow.List(list.IsOrdered))
                    foreach (var item in list.OfType<ListItemBlock>()) made.Item(() => { foreach (var inner in item) Block(flow, inner, origin, style); });
                break;
            case QuoteBlock quote:
                flow.Inside(flow.Under.Add("BlockQuote"), 14, () => { foreach (var inner in quote) Block(flow, inner, origin, style); });
                break;
            // Headings inside a story would break the order of those of the page: they are read as strong lines.
            case HeadingBlock heading:
                flow.Paragraph([.. Inlines(heading, origin).Select(s => s with { Bold = true })], style);
                break;
            case LeafBlock leaf when Inlines(leaf, origin) is { Count: > 0 } spans:
                flow.Paragraph(spans, style);
                break;
        }
    }

    static List<PaperSpan> Inlines(LeafBlock leaf, string origin) =>
        leaf.Inline is { } inlines ? Inlines(inlines, origin, false, null) : leaf.Lines.Lines is null ? [] : [new(leaf.Lines.ToString())];

    static List<PaperSpan> Inlines(ContainerInline parent, string origin, bool bold, string? href)
    {
        var found = new List<PaperSpan>();
        foreach (var inline in parent)
        {
            switch (inline)
            {
                case LiteralInline literal: found.Add(new(literal.Content.ToString(), bold, href)); break;
                case CodeInline code: found.Add(new(code.Content, bold, href)); break;
                case LineBreakInline: found.Add(new("\n", bold, href)); break;
                case HtmlEntityInline entity: found.Add(new(entity.Transcoded.ToString(), bold, href)); break;
                case AutolinkInline auto: found.Add(new(auto.Url, bold, auto.IsEmail ? "mailto:" + auto.Url : auto.Url)); break;
                case LinkInline link: found.AddRange(Inlines(link, origin, bold, Address(link.Url, origin))); break;
                case EmphasisInline emphasis: found.AddRange(Inlines(emphasis, origin, bold || emphasis.DelimiterCount > 1, href)); break;
                case ContainerInline other: found.AddRange(Inlines(other, origin, bold, href)); break;
            }
        }
        return found;
    }

    /// <summary>A local address gets its origin: paper has none. A fragment leads nowhere on paper.</summary>
    static string? Address(string? url, string origin) => string.IsNullOrEmpty(url) || url[0] == '#' ? null : url[0] == '/' ? origin + url : url;
}
