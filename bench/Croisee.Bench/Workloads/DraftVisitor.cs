using System.Text;
using Croisee.Bench.Load;
using Croisee.Bench.Measure;

namespace Croisee.Bench.Workloads;

/// <summary>
/// Somebody who writes an experience: comes through the public pages, passes the eligibility question, receives a
/// draft, and then saves the same step again and again. One operation = GET the step, POST it, be redirected.
/// </summary>
public sealed class DraftVisitor : Visitor
{
    private const int MostPages = 6;
    private readonly string typed;
    private readonly byte[] step;
    private readonly byte[] action;
    private readonly FormTemplate form;
    private long turn;

    /// <exception cref="BenchException">The way to a draft is not there; the message names the page where it ends.</exception>
    public DraftVisitor(int port, int number) : base(port)
    {
        typed = $"Banc {number} ligne ";
        step = Encoding.UTF8.GetBytes(ReachStep());
        var first = Connection.Get(step);
        if (first.Status != 200) throw new BenchException($"{Encoding.UTF8.GetString(step)} répond {first.Status}.");
        var page = PageForm.All(Encoding.UTF8.GetString(first.Body)).LastOrDefault(HasText)
            ?? throw new BenchException($"{Encoding.UTF8.GetString(step)} n’a pas de formulaire où écrire.");
        action = page.Action.Length > 0 ? Encoding.UTF8.GetBytes(page.Action) : step;
        form = new FormTemplate(page, new Dictionary<string, string>(), page.Fields.First(IsText).Name, typed);
    }

    public override Outcome Act()
    {
        var page = Connection.Get(step);
        if (page.Status != 200) return new Outcome(false, page.Statements);
        var statements = page.Statements;
        var body = form.Compose(page.Body, ++turn);
        var saved = Connection.Post(action, body);
        var correct = saved.Status is 302 or 303;
        if (correct) Acknowledged = turn;
        return new Outcome(correct, statements + saved.Statements);
    }

    /// <summary>Reads the step once more: what was acknowledged last must stand in it.</summary>
    public bool LastWordsAreKept()
    {
        var page = Connection.Get(step);
        return page.Status == 200 && Acknowledged > 0 && page.Body.IndexOf(Encoding.UTF8.GetBytes($"{typed}{Acknowledged}")) >= 0;
    }

    private static bool IsText(FormField field) => field.Kind is "text" or "textarea";

    private static bool HasText(PageForm form) => form.Fields.Any(IsText);

    /// <summary>From the list of calls to the first step in which one can write, by the links and forms that a person would use.</summary>
    private string ReachStep()
    {
        var call = Follow("/appels", "/appels/");
        var page = Follow(call, "/deposer");
        for (var i = 0; i < MostPages; i++)
        {
            var html = Read(page);
            if (PageForm.All(html).Any(HasText)) return page;
            var question = PageForm.All(html).LastOrDefault(f => f.Fields.Any(field => field.Kind is "radio" or "checkbox" or "option"));
            page = question != null ? Answer(page, question) : Follow(page, "/deposer/");
        }
        throw new BenchException($"Aucune étape à écrire après {MostPages} pages ; dernière : {page}.");
    }

    private string Answer(string page, PageForm question)
    {
        var fresh = Connection.Get(Encoding.UTF8.GetBytes(page));
        var body = new FormTemplate(question, new Dictionary<string, string>()).Compose(fresh.Body, 0);
        var answer = Connection.Post(Encoding.UTF8.GetBytes(question.Action.Length > 0 ? question.Action : page), body);
        if (answer.Status is not (302 or 303)) throw new BenchException($"{page} n’a pas accepté les réponses ({answer.Status}).");
        return Encoding.UTF8.GetString(answer.Location);
    }

    private string Read(string path)
    {
        var page = Connection.Get(Encoding.UTF8.GetBytes(path));
        return page.Status == 200 ? Encoding.UTF8.GetString(page.Body) : throw new BenchException($"{path} répond {page.Status}.");
    }

    private string Follow(string path, string prefix)
    {
        var page = Connection.Get(Encoding.UTF8.GetBytes(path));
        var link = Encoding.UTF8.GetString(Links.First(page.Body, Encoding.UTF8.GetBytes(prefix)));
        return link.Length > 0 ? link : throw new BenchException($"{path} ({page.Status}) ne mène pas à {prefix}…");
    }
}
