using Croisee.Bench.Load;

namespace Croisee.Bench.Workloads;

/// <summary>Reads one page again and again; correct when it is 200, carries its mark and came to its end.</summary>
public sealed class PageVisitor(int port, byte[] path, byte[] mark) : Visitor(port)
{
    public override Outcome Act()
    {
        var page = Connection.Get(path);
        var correct = page.Status == 200 && page.Body.IndexOf(mark) >= 0 && page.Body.TrimEnd("\r\n "u8).EndsWith("</html>"u8);
        if (correct) Acknowledged++;
        return new Outcome(correct, page.Statements);
    }

    public static IReadOnlyList<PageVisitor> Crowd(int count, int port, byte[] path, byte[] mark) =>
        [.. Enumerable.Range(0, count).Select(_ => new PageVisitor(port, path, mark))];
}
