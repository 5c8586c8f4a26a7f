using System.Net;
using System.Text;

namespace Croisee.Mail;

/// <summary>
/// What a mail says, block after block; the frame gives it its text and HTML forms, so that both always say the same.
/// Subjects carry no health information and no name.
/// </summary>
public sealed class Letter(string subject)
{
    readonly List<(string Kind, string Text, string Url)> blocks = [];

    public string Subject { get; } = subject.ReplaceLineEndings(" ").Trim();

    /// <summary>Somebody waits for what it holds.</summary>
    public bool HasCode => blocks.Exists(b => b.Kind == "code");

    /// <summary>The last one to an address that is being forgotten.</summary>
    public bool IsLast { get; init; }

    public Letter Say(string paragraph) { blocks.Add(("p", paragraph, "")); return this; }

    /// <summary>A code to read or type, alone on its line.</summary>
    public Letter Code(string code) { blocks.Add(("code", code, "")); return this; }

    public Letter Link(string label, string url) { blocks.Add(("link", label, url)); return this; }

    public Letter Items(IEnumerable<string> lines) { blocks.AddRange(lines.Select(l => ("item", l, ""))); return this; }

    public string Text()
    {
        var text = new StringBuilder();
        foreach (var (kind, line, url) in blocks)
            text.AppendLine(kind switch { "link" => $"{line} :\n{url}", "item" => $"- {line}", "code" => $"    {line}", _ => line }).AppendLine();
        return text.Append("Croisée").ToString();
    }

    public string Html()
    {
        var html = new StringBuilder("<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>").Append(Safe(Subject))
            .Append("</title></head><body style=\"font:18px/1.6 Verdana,sans-serif;color:#22252B;background:#FBF8F2;padding:24px\">");
        foreach (var (kind, line, url) in blocks)
            html.Append(kind switch
            {
                "link" => $"<p><a href=\"{Safe(url)}\" style=\"color:#0B5563\">{Safe(line)}</a></p>",
                "item" => $"<p>• {Safe(line)}</p>",
                "code" => $"<p style=\"font-size:26px;font-weight:bold;letter-spacing:2px\">{Safe(line)}</p>",
                _ => $"<p>{Safe(line)}</p>",
            });
        return html.Append("<p>Croisée</p></body></html>").ToString();
    }

    static string Safe(string text) => WebUtility.HtmlEncode(text);
}
