namespace Croisee.Experiences.Exchange;

/// <summary>Stops a hostile file before it fills the memory: a row that never ends, a NUL, signs that no encoding of text gives.</summary>
/// <param name="allLetters">False when the encoding gives control signs for bytes that are no letters (Windows-1252).</param>
sealed class WatchedReader(TextReader inner, bool allLetters = true) : TextReader
{
    /// <summary>Characters in one row: several times what all limits of the form allow together.</summary>
    public const int RowMax = 1_000_000;
    long sinceRow, line = 1;

    /// <summary>A row was handed out: the count begins again.</summary>
    public void RowEnded() => sinceRow = 0;

    public override int Read(char[] buffer, int index, int count)
    {
        var read = inner.Read(buffer, index, count);
        Watch(buffer.AsSpan(index, read));
        return read;
    }

    public override int Peek() => inner.Peek();

    public override int Read()
    {
        var one = inner.Read();
        if (one >= 0) Watch([(char)one]);
        return one;
    }

    void Watch(ReadOnlySpan<char> chars)
    {
        if ((sinceRow += chars.Length) > RowMax) throw new FileRefused(line, $"Cette ligne a plus de {RowMax:N0} signes. Un guillemet n’est peut-être pas refermé.");
        foreach (var c in chars)
        {
            if (c == '\n') line++;
            else if (c == '\0') throw new FileRefused(line, "Ce fichier contient des octets nuls : ce n’est pas un tableau en texte. Enregistrez-le en « CSV UTF-8 ».");
            else if (!allLetters && c is >= '\u0080' and <= '\u009F') throw new FileRefused(line, "Des lettres de ce fichier ne se lisent pas. Enregistrez-le en « CSV UTF-8 ».");
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
