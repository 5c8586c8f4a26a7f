namespace Croisee.Tests.Experiences;

/// <summary>A file that somebody changes between the two readings.</summary>
sealed class ChangingFile(byte[] first, byte[] second) : MemoryStream
{
    int rewinds;
    byte[] Now => rewinds > 4 ? second : first;
    public override long Position { get => base.Position; set { if (value == 0) rewinds++; base.Position = value; } }
    public override int Read(byte[] buffer, int offset, int count)
    {
        count = (int)Math.Min(count, Math.Max(0, Now.Length - Position));
        Array.Copy(Now, Position, buffer, offset, count);
        base.Position += count;
        return count;
    }
    public override int Read(Span<byte> buffer) { var read = new byte[buffer.Length]; var n = Read(read, 0, read.Length); read.AsSpan(0, n).CopyTo(buffer); return n; }
}
