using Croisee.Words;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Croisee.Ui;

/// <summary>Elements from code, for the signs. A string given as a child is always text: it is encoded when written.</summary>
internal static class Markup
{
    public static TagBuilder El(string tag, string? css, params object?[] children)
    {
        var element = new TagBuilder(tag);
        if (!string.IsNullOrEmpty(css)) element.Attributes["class"] = css;
        foreach (var child in children) element.InnerHtml.Add(child);
        return element;
    }

    public static TagBuilder With(this TagBuilder element, string attribute, string value)
    {
        element.Attributes[attribute] = value;
        return element;
    }

    /// <summary>Heard, not seen.</summary>
    public static TagBuilder Heard(string text) => El("span", "visually-hidden", text);

    /// <summary>Seen, not heard.</summary>
    public static TagBuilder Seen(string text) => El("span", null, text).With("aria-hidden", "true");

    // role="list": Safari forgets that a list is one when its bullets are taken away.
    public static TagBuilder List(string tag, string css, IEnumerable<object> items) =>
        El(tag, css, [.. items]).With("role", "list");

    public static TagBuilder Shape(string shape, params (string Name, string Value)[] attributes)
    {
        var element = new TagBuilder(shape) { TagRenderMode = TagRenderMode.SelfClosing };
        foreach (var (name, value) in attributes) element.Attributes[name] = value;
        return element;
    }

    public static void Become(this TagHelperOutput output, string tag, string css, params object?[] children)
    {
        output.TagName = tag;
        output.TagMode = TagMode.StartTagAndEndTag;
        var more = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.SetAttribute("class", more is { Length: > 0 } ? $"{css} {more}" : css);
        output.Content.Clear();
        foreach (var child in children) output.Content.Add(child);
    }

    private static void Add(this IHtmlContentBuilder content, object? child)
    {
        switch (child)
        {
            case null: break;
            case IHtmlContent html: content.AppendHtml(html); break;
            default: content.Append((child.ToString() ?? "").Typeset()); break;
        }
    }
}
