using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Croisee.Ui.Paper;

/// <summary>The numbered objects of a PDF file and the table that finds them. The same calls make the same bytes: no clock, no chance.</summary>
sealed class PdfObjects
{
    readonly List<byte[]?> bodies = [];

    /// <summary>A number for an object that comes later.</summary>
    public int Reserve() { bodies.Add(null); return bodies.Count; }

    public int Add(string body) { var id = Reserve(); Set(id, body); return id; }

    public void Set(int id, string body) => bodies[id - 1] = Encoding.Latin1.GetBytes(body);

    public int AddStream(string entries, byte[] bytes, bool packed = true) { var id = Reserve(); SetStream(id, entries, bytes, packed); return id; }

    public void SetStream(int id, string entries, byte[] bytes, bool packed = true)
    {
        using var made = new MemoryStream();
        var kept = packed ? Pack(bytes) : bytes;
        made.Write(Encoding.Latin1.GetBytes($"<<{entries}{(packed ? "/Filter/FlateDecode" : "")}/Length {kept.Length}>>\nstream\n"));
        made.Write(kept);
        made.Write("\nendstream"u8);
        bodies[id - 1] = made.ToArray();
    }

    static byte[] Pack(byte[] bytes)
    {
        using var made = new MemoryStream();
        using (var pack = new ZLibStream(made, CompressionLevel.Fastest, leaveOpen: true)) pack.Write(bytes);
        return made.ToArray();
    }

    public byte[] Write(int root, int about)
    {
        using var file = new MemoryStream();
        // Bytes above 127 in the second line tell every program that this is not text.
        file.Write("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n"u8);
        var places = new List<long>();
        for (var i = 0; i < bodies.Count; i++)
        {
            places.Add(file.Length);
            file.Write(Encoding.Latin1.GetBytes($"{i + 1} 0 obj\n"));
            file.Write(bodies[i] ?? throw new InvalidOperationException($"Object {i + 1} was reserved and never set."));
            file.Write("\nendobj\n"u8);
        }
        var id = Convert.ToHexString(SHA256.HashData(file.GetBuffer().AsSpan(0, (int)file.Length)))[..32];
        var start = file.Length;
        var end = new StringBuilder("xref\n").Append(CultureInfo.InvariantCulture, $"0 {places.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places) end.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        end.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {places.Count + 1}/Root {root} 0 R/Info {about} 0 R/ID[<{id}><{id}>]>>\nstartxref\n{start}\n%%EOF\n");
        file.Write(Encoding.Latin1.GetBytes(end.ToString()));
        return file.ToArray();
    }
}

/// <summary>How values are written in a PDF file.</summary>
static class Pdf
{
    /// <summary>Any text, as UTF-16 in hexadecimal: nothing in it can close the string.</summary>
    public static string Text(string text) => "<FEFF" + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text)) + ">";
    public static string Number(double n) => Math.Round(n, 2).ToString("0.##", CultureInfo.InvariantCulture);
    public static string Ref(int id) => id.ToString(CultureInfo.InvariantCulture) + " 0 R";
    public static string Box(double x, double y, double right, double top) => $"[{Number(x)} {Number(y)} {Number(right)} {Number(top)}]";
    /// <summary>An address: what is not plain ASCII is escaped, and so are the signs that end a string.</summary>
    public static string Address(string url) => "(" + string.Concat(Encoding.UTF8.GetBytes(url).Select(b => b is > 32 and < 127 && b is not ((byte)'(' or (byte)')' or (byte)'\\') ? ((char)b).ToString() : "%" + b.ToString("X2", CultureInfo.InvariantCulture))) + ")";
}
