using Croisee.Words;
using Markdig;
using Microsoft.AspNetCore.Html;

namespace Croisee.Ui;

/// <summary>The only way from people's text to HTML: paragraphs, lists, links, emphasis. Raw HTML is shown as text, images are not rendered.</summary>
public static class Markdown
{
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks().UseSoftlineBreakAsHardlineBreak().Build();

    public static IHtmlContent Render(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return HtmlString.Empty;
        return new HtmlString(Parse(text.Typeset()).ToHtml(Pipeline));
    }

    /// <summary>The same text as blocks, tamed: for paper.</summary>
    internal static Markdig.Syntax.MarkdownDocument Parse(string text)
    {
        var document = Markdig.Markdown.Parse(text, Pipeline);
        Tame(document);
        return document;
    }

    /// <summary>Only web, mail and local links live; headings never outrank the page's own.</summary>
    static void Tame(Markdig.Syntax.MarkdownObject node)
    {
        foreach (var child in Markdig.Syntax.MarkdownObjectExtensions.Descendants(node))
        {
            if (child is Markdig.Syntax.Inlines.LinkInline link && (link.IsImage || !IsSafe(link.Url))) { link.IsImage = false; if (!IsSafe(link.Url)) link.Url = "#"; }
            if (child is Markdig.Syntax.HeadingBlock heading) heading.Level = Math.Clamp(heading.Level + 2, 3, 6);
        }
    }

    static bool IsSafe(string? url) => url is not null && (url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal) || url.StartsWith('#')
        || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase));
}
