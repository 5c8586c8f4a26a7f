using System.Buffers.Text;

namespace Croisee.Files;

/// <summary>One object of a PDF (or a trailer, numbered -1): its dictionary's names and numbers, and where its stream lies.</summary>
internal sealed class PdfObject
{
    public const int MaxNames = 20_000;

    public int Number { get; set; }
    public int Start { get; set; }
    public int End { get; set; }
    public int StreamStart { get; set; } = -1;
    public int StreamEnd { get; set; } = -1;
    public HashSet<string> Names { get; } = [];
    /// <summary>Integers that directly follow a name: <c>/Length 120</c>, <c>/Count 3</c>, <c>/Info 7 0 R</c>.</summary>
    public Dictionary<string, int> Numbers { get; } = [];
    public int LargestCount { get; set; }
    public bool HasStream => StreamStart >= 0;

    public void Clear(int number, int start)
    {
        (Number, Start, End, StreamStart, StreamEnd, LargestCount) = (number, start, start, -1, -1, 0);
        Names.Clear();
        Numbers.Clear();
    }
}

internal static class PdfObjects
{
    /// <summary>Visits each object in the order of the file, in one linear pass that leaves the table of offsets alone: readers rebuild broken ones, so it proves nothing.</summary>
    public static void Walk(ReadOnlySpan<byte> pdf, Action<PdfObject> visit)
    {
        var current = new PdfObject();
        var tokens = new PdfTokens(pdf, 0);
        int last = -1, beforeLast = -1;
        for (PdfToken token; (token = tokens.Next()) != PdfToken.End;)
        {
            var word = tokens.Value;
            if (token != PdfToken.Word) { last = beforeLast = -1; continue; }
            if (word.SequenceEqual("obj"u8) && beforeLast >= 0) Read(pdf, ref tokens, current, beforeLast, visit);
            else if (word.SequenceEqual("trailer"u8)) Read(pdf, ref tokens, current, -1, visit);
            (beforeLast, last) = (last, Integer(word));
        }
    }

    static void Read(ReadOnlySpan<byte> pdf, ref PdfTokens tokens, PdfObject current, int number, Action<PdfObject> visit)
    {
        current.Clear(number, tokens.At);
        var name = "";
        while (true)
        {
            var token = tokens.Next();
            current.End = tokens.Start;
            if (token == PdfToken.End || token == PdfToken.Word && IsEnd(tokens.Value)) break;
            if (token == PdfToken.Word && tokens.Value.SequenceEqual("stream"u8))
            {
                FindStream(pdf, ref tokens, current);
                break;
            }
            Note(current, token, tokens.Value, ref name);
        }
        visit(current);
    }

    static bool IsEnd(ReadOnlySpan<byte> word) => word.SequenceEqual("endobj"u8) || word.SequenceEqual("startxref"u8);

    static void Note(PdfObject current, PdfToken token, ReadOnlySpan<byte> value, ref string name)
    {
        if (token == PdfToken.Name)
        {
            name = PdfTokens.Name(value);
            if (current.Names.Count < PdfObject.MaxNames) current.Names.Add(name);
        }
        else
        {
            if (token == PdfToken.Word && name != "" && Integer(value) is >= 0 and var number)
            {
                if (current.Numbers.Count < PdfObject.MaxNames) current.Numbers.TryAdd(name, number);
                if (name == "/Count") current.LargestCount = Math.Max(current.LargestCount, number);
            }
            name = "";
        }
    }

    /// <summary>By its stated length when "endstream" does follow there, else by looking for that word.</summary>
    static void FindStream(ReadOnlySpan<byte> pdf, ref PdfTokens tokens, PdfObject current)
    {
        var start = tokens.At;
        if (start < pdf.Length && pdf[start] == '\r') start++;
        if (start < pdf.Length && pdf[start] == '\n') start++;
        var stated = (long)start + current.Numbers.GetValueOrDefault("/Length", -1);
        var end = stated >= start && stated <= pdf.Length && EndsAt(pdf[(int)stated..]) ? (int)stated : -1;
        if (end < 0)
        {
            var found = pdf[start..].IndexOf("endstream"u8);
            end = found < 0 ? pdf.Length : start + found;
        }
        (current.StreamStart, current.StreamEnd) = (start, end);
        tokens.At = end;
    }

    static bool EndsAt(ReadOnlySpan<byte> rest)
    {
        var at = 0;
        while (at < rest.Length && at < 3 && PdfTokens.IsBlank(rest[at])) at++;
        return rest[at..].StartsWith("endstream"u8);
    }

    internal static int Integer(ReadOnlySpan<byte> word) =>
        Utf8Parser.TryParse(word, out int value, out var used) && used == word.Length ? value : -1;
}
