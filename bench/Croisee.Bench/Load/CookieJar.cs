namespace Croisee.Bench.Load;

/// <summary>The cookies of one visitor, ready to send as bytes. Paths, domains and ages do not matter on loopback.</summary>
public sealed class CookieJar
{
    private readonly List<(byte[] Name, byte[] Value)> cookies = [];
    private byte[] header = [];

    /// <summary>The whole request line "Cookie: …" with its line end, or nothing.</summary>
    public ReadOnlySpan<byte> Header => header;

    public void Clear()
    {
        cookies.Clear();
        header = [];
    }

    /// <summary>Takes the value of a Set-Cookie line; an empty value removes the cookie, as servers delete that way.</summary>
    public void Take(ReadOnlySpan<byte> line)
    {
        var end = line.IndexOf((byte)';');
        var pair = end < 0 ? line : line[..end];
        var equals = pair.IndexOf((byte)'=');
        if (equals <= 0) return;
        var name = pair[..equals];
        var known = IndexOf(name);
        if (known >= 0) cookies.RemoveAt(known);
        if (equals + 1 < pair.Length) cookies.Add((name.ToArray(), pair[(equals + 1)..].ToArray()));
        Rebuild();
    }

    private int IndexOf(ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < cookies.Count; i++)
        {
            if (name.SequenceEqual(cookies[i].Name)) return i;
        }
        return -1;
    }

    private void Rebuild()
    {
        if (cookies.Count == 0) { header = []; return; }
        var bytes = new List<byte>("Cookie: "u8.ToArray());
        foreach (var (name, value) in cookies) bytes.AddRange([.. name, (byte)'=', .. value, (byte)';', (byte)' ']);
        header = [.. bytes[..^2], (byte)'\r', (byte)'\n'];
    }
}
