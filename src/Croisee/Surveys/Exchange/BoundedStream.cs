namespace Croisee.Surveys.Exchange;

/// <summary>Hands over so many bytes and no more, whatever a compressed file says of its own length (S13).</summary>
sealed class BoundedStream(Stream source, long most, string where) : Stream
{
    long left = most;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = source.Read(buffer);
        return (left -= read) >= 0 ? read : throw new UnreadableFile(where, "Ce fichier est bien plus grand une fois décompressé qu’un questionnaire ne peut l’être.");
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) source.Dispose();
        base.Dispose(disposing);
    }
}
