using System.Collections.Concurrent;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace Croisee.Tests;

/// <summary>A browser without scripts: keeps cookies, follows redirects, reads the form's token like a person's browser does.</summary>
public sealed class Browser : IDisposable
{
    // A form sent many times at once is answered by many.
    readonly ConcurrentDictionary<string, string> cookies = new();
    readonly HttpClient http;

    public Browser(Uri address)
    {
#pragma warning disable RS0030 // The test client itself.
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };
#pragma warning restore RS0030
    }

    public IReadOnlyDictionary<string, string> Cookies => cookies;
    /// <summary>Another window of the same browser as it is now: what it is sent does not reach this one.</summary>
    public Browser Twin()
    {
        var twin = new Browser(http.BaseAddress!);
        foreach (var (name, value) in cookies) twin.Keep(name, value);
        return twin;
    }

    public void Forget(string cookie) => cookies.TryRemove(cookie, out _);
    /// <summary>Puts a cookie in this browser, as if a page had.</summary>
    public void Keep(string cookie, string value) => cookies[cookie] = value;

    /// <summary>Asks for a page and follows redirects, as a reader would.</summary>
    public async Task<Page> Open(string path, bool follow = true)
    {
        var response = await Send(new HttpRequestMessage(HttpMethod.Get, path));
        for (var hops = 0; follow && response.Headers.Location is { } next && (int)response.StatusCode is >= 300 and < 400; hops++)
        {
            Assert.True(hops < 10, "Too many redirects to " + next);
            path = next.ToString();
            response = await Send(new HttpRequestMessage(HttpMethod.Get, path));
        }
        return await Page.Read(this, path, response);
    }

    public async Task<HttpResponseMessage> Send(HttpRequestMessage request)
    {
        if (!cookies.IsEmpty) request.Headers.Add("Cookie", string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}")));
        var response = await http.SendAsync(request);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
            foreach (var line in set)
            {
                var pair = line.Split(';')[0].Split('=', 2);
                if (pair[1].Length == 0 || Attributes(line).Any(a => a.Contains("1970", StringComparison.Ordinal))) cookies.TryRemove(pair[0], out _); else cookies[pair[0]] = pair[1];
            }
        return response;
    }

    /// <summary>Without the value, which may hold any sign.</summary>
    static IEnumerable<string> Attributes(string line) => line.Split(';').Skip(1);

    public void Dispose() => http.Dispose();
}

/// <summary>A page as read. Elements are found by label, role and heading: a test that can find the field proves a reader can.</summary>
public sealed class Page(Browser browser, string path, HttpStatusCode status, HttpResponseMessage response, string source)
{
    public string Path => path;
    public HttpStatusCode Status => status;
    public string Source => source;
    public HttpResponseMessage Response => response;
    public IHtmlDocument Document { get; } = new HtmlParser().ParseDocument(source);

    public static async Task<Page> Read(Browser browser, string path, HttpResponseMessage response) =>
        new(browser, path, response.StatusCode, response, await response.Content.ReadAsStringAsync());

    public string Heading => Text(Document.QuerySelector("h1"));
    public string TextContent => Text(Document.Body);

    /// <summary>Messages of the error summary, in order.</summary>
    public IReadOnlyList<string> Errors => [.. Document.QuerySelectorAll(".error-summary li").Select(Text)];

    public Task<Page> Follow(string linkText) => browser.Open(Link(linkText).GetAttribute("href")!);

    public IElement Link(string text) => Document.QuerySelectorAll("a").FirstOrDefault(a => Text(a) == text) ?? throw new Xunit.Sdk.XunitException($"No link « {text} » on {path}. Links: {string.Join(" | ", Document.QuerySelectorAll("a").Select(Text))}");

    /// <summary>The form that holds a button with this text.</summary>
    public Form Form(string button)
    {
        var found = Document.QuerySelectorAll("button, input[type=submit]").FirstOrDefault(b => Text(b) == button) ?? throw new Xunit.Sdk.XunitException($"No button « {button} » on {path} ({status}). Buttons: {string.Join(" | ", Document.QuerySelectorAll("button").Select(Text))}. Text: {TextContent[..Math.Min(600, TextContent.Length)]}");
        return new Form(browser, path, (IHtmlFormElement)found.Closest("form")!, found);
    }

    public static string Text(INode? node) => node is null ? "" : Text(node.TextContent);
    public static string Text(string text) => System.Text.RegularExpressions.Regex.Replace(text, @"\s+", " ").Trim();
}

/// <summary>A form being filled in by its labels, then sent.</summary>
public sealed class Form(Browser browser, string path, IHtmlFormElement form, IElement button)
{
    readonly List<KeyValuePair<string, string>> fields = [.. Initial(form)];
    readonly List<(string Name, string File, byte[] Content, string Type)> files = [];

    public Form Fill(string label, string value)
    {
        var control = Control(label);
        var name = control.GetAttribute("name")!;
        fields.RemoveAll(f => f.Key == name);
        fields.Add(new(name, value));
        return this;
    }

    /// <summary>Ticks the radio or box with this label, within the group whose legend is <paramref name="group"/> when given.</summary>
    public Form Choose(string label, string? group = null)
    {
        var control = (IHtmlInputElement)Control(label, group);
        if (control.Type == "radio") fields.RemoveAll(f => f.Key == control.Name);
        fields.Add(new(control.Name!, control.Value));
        return this;
    }

    public Form Select(string label, string option)
    {
        var select = (IHtmlSelectElement)Control(label);
        return Set(select.Name!, select.Options.First(o => Page.Text(o) == option).Value);
    }

    /// <summary>Forges a field: what no honest browser would send.</summary>
    public Form Set(string name, string value)
    {
        fields.RemoveAll(f => f.Key == name);
        fields.Add(new(name, value));
        return this;
    }

    /// <summary>The same form, as filled in so far, in another browser.</summary>
    public Form By(Browser other)
    {
        var twin = new Form(other, path, form, button);
        twin.fields.Clear();
        twin.fields.AddRange(fields);
        return twin;
    }

    /// <summary>The same form sent to another address.</summary>
    public Form To(string address)
    {
        var twin = new Form(browser, address, form, button);
        twin.fields.Clear();
        twin.fields.AddRange(fields);
        return twin;
    }

    public Form Drop(string name) { fields.RemoveAll(f => f.Key == name); return this; }

    public Form Attach(string label, string file, byte[] content, string type)
    {
        files.Add((Control(label).GetAttribute("name")!, file, content, type));
        return this;
    }

    public string? Value(string label) => fields.FirstOrDefault(f => f.Key == Control(label).GetAttribute("name")).Value;

    public async Task<Page> Send(bool follow = true)
    {
        var target = button.GetAttribute("formaction") is { Length: > 0 } own ? own : form.GetAttribute("action") is { Length: > 0 } action ? action : path;
        var sent = button.GetAttribute("name") is { Length: > 0 } name ? fields.Append(new(name, button.GetAttribute("value") ?? "")) : fields;
        if (string.Equals(form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase) is false)
            return await browser.Open(target.Split('?')[0] + "?" + string.Join('&', sent.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}")), follow);
        using var response = await browser.Send(new HttpRequestMessage(HttpMethod.Post, target) { Content = Content(sent) });
        if (follow && (int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } next) return await browser.Open(next.ToString());
        return await Page.Read(browser, target, response);
    }

    HttpContent Content(IEnumerable<KeyValuePair<string, string>> sent)
    {
        if (files.Count == 0) return new FormUrlEncodedContent(sent);
        var multipart = new MultipartFormDataContent();
        foreach (var (key, value) in sent) multipart.Add(new StringContent(value), key);
        foreach (var (name, file, content, type) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentType = new(type);
            multipart.Add(part, name, file);
        }
        return multipart;
    }

    IElement Control(string label, string? group = null)
    {
        var where = group is null ? form : form.QuerySelectorAll("fieldset").FirstOrDefault(f => Page.Text(f.QuerySelector("legend")).StartsWith(group, StringComparison.Ordinal)) ?? throw new Xunit.Sdk.XunitException($"No group « {group} » on {path}.");
        var found = where.QuerySelectorAll("label").FirstOrDefault(l => Page.Text(l) == label) ?? where.QuerySelectorAll("label").FirstOrDefault(l => Page.Text(l).StartsWith(label, StringComparison.Ordinal));
        if (found?.GetAttribute("for") is { } id && form.Owner!.GetElementById(id) is { } control) return control;
        throw new Xunit.Sdk.XunitException($"No field labelled « {label} » on {path}. Labels: {string.Join(" | ", where.QuerySelectorAll("label").Select(Page.Text))}");
    }

    static IEnumerable<KeyValuePair<string, string>> Initial(IHtmlFormElement form)
    {
        foreach (var control in form.Elements)
            switch (control)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false }: break;
                case IHtmlInputElement { Type: "submit" or "button" or "file" }: break;
                case IHtmlInputElement { Name.Length: > 0 } input: yield return new(input.Name!, input.Value); break;
                case IHtmlTextAreaElement { Name.Length: > 0 } area: yield return new(area.Name!, area.Value); break;
                case IHtmlSelectElement { Name.Length: > 0 } select: yield return new(select.Name!, select.Value ?? ""); break;
            }
    }
}
