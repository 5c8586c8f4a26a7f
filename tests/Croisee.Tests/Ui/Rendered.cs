using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Xunit;

namespace Croisee.Tests.Ui;

/// <summary>A tag helper run by itself and read back as a browser would. Every rendering is held to the rules all signs share.</summary>
internal static class Rendered
{
    public static IElement By(TagHelper helper, string tag)
    {
        var html = Html(helper, tag);
        var page = new HtmlParser(new HtmlParserOptions { IsStrictMode = false }).ParseDocument($"<!doctype html><html lang=fr><body>{html}</body></html>");
        foreach (var element in page.Body!.QuerySelectorAll("*"))
        {
            Assert.False(element.HasAttribute("style"), "the content security policy forbids: " + element.OuterHtml);
            Assert.DoesNotContain(element.Attributes, a => a.Name.StartsWith("on"));
        }
        Assert.Single(page.Body.Children);
        // A parser moves or drops what is badly nested: nothing may have changed on the way.
        Assert.Equal(Count(html), page.Body.QuerySelectorAll("*").Length);
        return page.Body.FirstElementChild!;
    }

    public static string Html(TagHelper helper, string tag)
    {
        var output = new TagHelperOutput(tag, [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        helper.Process(new TagHelperContext([], new Dictionary<object, object>(), "test"), output);
        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    // What a screen reader would say: the text without what is hidden from it.
    public static string Heard(this IElement element)
    {
        var copy = (IElement)element.Clone();
        foreach (var hidden in copy.QuerySelectorAll("[aria-hidden=true]")) hidden.Remove();
        return string.Join(' ', copy.TextContent.Split((char[])[' ', '\n', '\u00A0'], StringSplitOptions.RemoveEmptyEntries));
    }

    private static int Count(string html) =>
        html.Select((c, i) => c == '<' && i + 1 < html.Length && char.IsAsciiLetter(html[i + 1])).Count(x => x);
}
