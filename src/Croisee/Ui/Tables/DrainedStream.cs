namespace Croisee.Ui.Tables;

/// <summary>
/// Lets what writes synchronously (CSV, XML, a zip) go to an answer that takes bytes asynchronously only: it gathers, and is drained between two batches of rows.
/// The memory is that of one batch, whatever the length of the file and the pace of the reader.
/// </summary>
public sealed class DrainedStream(Stream target) : Stream
{
    readonly MemoryStream gathered = new();

    public override void Write(byte[] buffer, int offset, int count) => gathered.Write(buffer, offset, count);
    public override void Write(ReadOnlySpan<byte> buffer) => gathered.Write(buffer);
    public override void WriteByte(byte value) => gathered.WriteByte(value);
    public override void Flush() { }

    public async Task Drain(CancellationToken cancel)
    {
        if (gathered.Length == 0) return;
        await target.WriteAsync(gathered.GetBuffer().AsMemory(0, (int)gathered.Length), cancel);
        await target.FlushAsync(cancel);
        gathered.SetLength(0);
    }

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) gathered.Dispose();
        base.Dispose(disposing);
    }
}
