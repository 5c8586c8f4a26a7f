using System.Text;
using Croisee.Bench.Load;

namespace Croisee.Bench.Acknowledged;

/// <summary>
/// Somebody who writes step after step, begins another experience when all are written, and after a cut opens the same step again
/// and sends the same text, without typing it anew.
/// </summary>
public sealed class StepWriter(int port) : ISubmitter
{
    /// <summary>No text of the demonstration begins so.</summary>
    public const string Mark = "ecrit-pendant-les-arrets ";
    private const int Repeats = 20;
    /// <summary>The steps with a long text.</summary>
    private static readonly string[] Steps = ["essentiel", "origine", "deroulement", "bilan"];
    private readonly HttpConnection connection = new(port);
    private string? begin;
    private string? draft;
    private string? writing;
    private int written;

    public string Content(string key) => Mark + string.Join(' ', Enumerable.Repeat(key, Repeats));

    public static string KeyOf(string content) => content.Split(' ')[1];

    public bool Submit(string key)
    {
        if (writing != key && !Turn()) return false;
        writing = key;
        var path = Encoding.UTF8.GetBytes($"{draft}/{Steps[written]}");
        var page = connection.Get(path);
        if (page.Status != 200) return false;
        var form = PageForm.All(Encoding.UTF8.GetString(page.Body)).Last(f => f.Fields.Any(IsLong));
        var body = new FormTemplate(form, new Dictionary<string, string> { [form.Fields.First(IsLong).Name] = Content(key) }).Compose(page.Body, 0);
        return connection.Post(path, body).Status is 302 or 303;
    }

    public void Dispose() => connection.Dispose();

    /// <summary>On to the next unwritten step.</summary>
    private bool Turn()
    {
        if (draft is not null && ++written < Steps.Length) return true;
        (draft, written) = (Begin(), 0);
        return draft is not null;
    }

    /// <summary>The path of a new draft; null when one network has begun too many for now, or when the store is away.</summary>
    private string? Begin()
    {
        begin ??= Follow(Follow("/appels", "/appels/"), "/deposer");
        if (begin is null) return null;
        var path = Encoding.UTF8.GetBytes(begin);
        var page = connection.Get(path);
        if (page.Status != 200) return null;
        var question = PageForm.All(Encoding.UTF8.GetString(page.Body)).Last();
        var answer = connection.Post(path, new FormTemplate(question, new Dictionary<string, string>()).Compose(page.Body, 0));
        if (answer.Status is 302 or 303) return Encoding.UTF8.GetString(answer.Location).Replace("/code", "", StringComparison.Ordinal);
        Thread.Sleep(200);
        return null;
    }

    private string? Follow(string? path, string prefix)
    {
        if (path is null) return null;
        var page = connection.Get(Encoding.UTF8.GetBytes(path));
        return page.Status == 200 ? Encoding.UTF8.GetString(Links.First(page.Body, Encoding.UTF8.GetBytes(prefix))) : null;
    }

    private static bool IsLong(FormField field) => field.Kind == "textarea";
}
