using System.Buffers.Text;

namespace Croisee.Bench.Load;

/// <summary>One answer, read where it lies in the connection's buffer: valid until the next request of that connection.</summary>
public ref struct Response
{
    public int Status;
    public ReadOnlySpan<byte> Body;
    public ReadOnlySpan<byte> Location;

    /// <summary>SQL commands that the request cost, as the product says in X-Statements when CROISEE_BENCH=1; null when it does not say.</summary>
    public int? Statements;

    internal int ContentLength;
    internal bool Chunked;
    internal bool Closes;

    /// <summary>Reads the status line and the few headers that matter; cookies go into the jar.</summary>
    internal static Response Parse(ReadOnlySpan<byte> head, CookieJar cookies)
    {
        var response = new Response { ContentLength = -1 };
        if (head.Length < 12 || !head.StartsWith("HTTP/1.1 "u8) || !Utf8Parser.TryParse(head[9..12], out response.Status, out _))
            throw new InvalidDataException("The answer does not begin like HTTP/1.1.");
        var rest = head[(head.IndexOf((byte)'\n') + 1)..];
        while (rest.Length > 0)
        {
            var end = rest.IndexOf("\r\n"u8);
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[(end + 2)..];
            response.Take(line, cookies);
        }
        return response;
    }

    private void Take(ReadOnlySpan<byte> line, CookieJar cookies)
    {
        // The first letter rules out most headers without a comparison.
        switch (line[0] | 0x20)
        {
            case 'c' when Value(line, "content-length:"u8, out var value):
                if (!Utf8Parser.TryParse(value, out ContentLength, out _)) throw new InvalidDataException("Content-Length is not a number.");
                break;
            case 'c' when Value(line, "connection:"u8, out var value):
                Closes = value.SequenceEqual("close"u8);
                break;
            case 't' when Value(line, "transfer-encoding:"u8, out var value):
                Chunked = value.SequenceEqual("chunked"u8);
                break;
            case 's' when Value(line, "set-cookie:"u8, out var value):
                cookies.Take(value);
                break;
            case 'l' when Value(line, "location:"u8, out var value):
                Location = value;
                break;
            case 'x' when Value(line, "x-statements:"u8, out var value):
                Statements = Utf8Parser.TryParse(value, out int count, out _) ? count : null;
                break;
        }
    }

    private static bool Value(ReadOnlySpan<byte> line, ReadOnlySpan<byte> lowerName, out ReadOnlySpan<byte> value)
    {
        value = [];
        if (line.Length < lowerName.Length) return false;
        for (var i = 0; i < lowerName.Length; i++)
        {
            if (lowerName[i] != (line[i] | 0x20)) return false;
        }
        value = line[lowerName.Length..].Trim((byte)' ');
        return true;
    }
}
