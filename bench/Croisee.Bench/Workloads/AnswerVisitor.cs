using System.Buffers.Text;
using System.Text;
using Croisee.Bench.Load;

namespace Croisee.Bench.Workloads;

/// <summary>Somebody who answers the product's survey, new each time: reads the questions, sends them with the form's token and key, reads the thanks.</summary>
public sealed class AnswerVisitor(int port, string code, int number) : Visitor(port)
{
    private static readonly byte[] Chosen = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(4, 15).Select(n => $"&r.q{n}=ACC5_{(n % 5) + 1}")));
    private readonly byte[] questions = Encoding.ASCII.GetBytes($"/repondre/{code}/questions");
    private readonly byte[] thanks = Encoding.ASCII.GetBytes($"/repondre/{code}/merci");
    private readonly byte[] form = new byte[4096];

    public override Outcome Act()
    {
        Connection.Cookies.Clear();
        var page = Connection.Get(questions);
        if (page.Status != 200) return new Outcome(false, page.Statements);
        var statements = page.Statements;
        var sent = Connection.Post(questions, Compose(HiddenField.Find(page.Body, "Form.Key"u8), HiddenField.Find(page.Body, HiddenField.Token)));
        statements += sent.Statements;
        if (sent.Status is not (302 or 303)) return new Outcome(false, statements);
        Acknowledged++;
        var confirmation = Connection.Get(thanks);
        return new Outcome(confirmation.Status == 200 && confirmation.Body.IndexOf("réponses sont arrivées</h1>"u8) > 0, statements + confirmation.Statements);
    }

    public static IReadOnlyList<AnswerVisitor> Crowd(int count, int port, string code) => [.. Enumerable.Range(0, count).Select(i => new AnswerVisitor(port, code, i))];

    private ReadOnlySpan<byte> Compose(ReadOnlySpan<byte> key, ReadOnlySpan<byte> token)
    {
        var length = 0;
        Append("r.q1=R7&r.q2=R3&r.q3=R1&r.q19=NOTE_8&Form.Mode=seul&r.q20=visite+"u8, ref length);
        Append(number, ref length);
        Append("+ligne+"u8, ref length);
        Append(Acknowledged, ref length);
        Append(Chosen, ref length);
        Append("&Form.Key="u8, ref length);
        Append(key, ref length);
        Append("&__RequestVerificationToken="u8, ref length);
        Append(token, ref length);
        return form.AsSpan(0, length);
    }

    private void Append(ReadOnlySpan<byte> bytes, ref int length)
    {
        bytes.CopyTo(form.AsSpan(length));
        length += bytes.Length;
    }

    private void Append(long value, ref int length)
    {
        Utf8Formatter.TryFormat(value, form.AsSpan(length), out var digits);
        length += digits;
    }
}
