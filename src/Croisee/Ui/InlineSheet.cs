using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Html;

namespace Croisee.Ui;

/// <summary>
/// The style sheet that a page bears in itself, so that it is whole in one request: what lists and forms need, without the faces of the house.
/// The policy of that page names the sheet by its hash; nothing else inline is let in (docs/decisions/0114).
/// </summary>
public sealed class InlineSheet(IWebHostEnvironment environment)
{
    readonly Lazy<(HtmlString Text, string Policy)> sheet = new(() =>
    {
        using var file = environment.WebRootFileProvider.GetFileInfo("css/inline.css").CreateReadStream();
        using var reader = new StreamReader(file, Encoding.UTF8);
        var text = reader.ReadToEnd().Trim();
        return (new HtmlString(text), Headers.WithStyle("sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))));
    });

    public HtmlString Text => sheet.Value.Text;

    public void Allow(HttpResponse response) => response.Headers["Content-Security-Policy"] = sheet.Value.Policy;
}
