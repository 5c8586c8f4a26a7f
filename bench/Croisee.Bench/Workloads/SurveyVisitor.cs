using System.Buffers.Text;
using Croisee.Bench.Load;
using Microsoft.Data.Sqlite;

namespace Croisee.Bench.Workloads;

/// <summary>
/// The ceiling's submission: GET the 20 questions, POST them with the token, read the confirmation.
/// </summary>
/// <param name="newEachTime">Forgets the cookies before each submission, as another person would come; otherwise one person goes on.</param>
public sealed class SurveyVisitor(int port, int number, bool newEachTime) : Visitor(port)
{
    private readonly byte[] form = new byte[2048];

    public override Outcome Act()
    {
        if (newEachTime) Connection.Cookies.Clear();
        var page = Connection.Get("/survey"u8);
        if (page.Status != 200) return new Outcome(false, null);
        var answers = Compose(HiddenField.Find(page.Body, HiddenField.Token));
        var confirmation = Connection.Post("/survey"u8, answers);
        var correct = confirmation.Status == 200 && confirmation.Body.IndexOf("<h1>Merci</h1>"u8) > 0;
        if (correct) Acknowledged++;
        return new Outcome(correct, null);
    }

    public static IReadOnlyList<SurveyVisitor> Crowd(int count, int port, bool newEachTime) =>
        [.. Enumerable.Range(0, count).Select(i => new SurveyVisitor(port, i, newEachTime))];

    /// <summary>The rows that the ceiling stored, counted in its database.</summary>
    public static long RowsStored(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var count = connection.CreateCommand();
        count.CommandText = "SELECT count(*) FROM Submissions";
        return (long)count.ExecuteScalar()!;
    }

    private ReadOnlySpan<byte> Compose(ReadOnlySpan<byte> token)
    {
        var length = 0;
        Append("q1=7&q2=3&q3=1&q4=5&q5=4&q6=3&q7=2&q8=1&q9=5&q10=4&q11=3&q12=2&q13=1&q14=5&q15=4&q16=3&q17=2&q18=1&q19=8&q20=visite+"u8, ref length);
        Append(number, ref length);
        Append("+ligne+"u8, ref length);
        Append(Acknowledged, ref length);
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
