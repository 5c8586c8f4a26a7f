using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.WebUtilities;

namespace Croisee.Ui;

/// <summary>
/// Pages leave in one piece. The framework's buffer holds 16 384 signs, less than a form of ours, and a page of twenty questions that bears its sheet has forty thousand:
/// each time it is full, what is there is sent by itself, with a change of thread, a call of the system and a packet more.
/// </summary>
sealed class WholePages : IHttpResponseStreamWriterFactory
{
    const int Signs = 64 * 1024;

    public TextWriter CreateWriter(Stream stream, Encoding encoding) => new HttpResponseStreamWriter(stream, encoding, Signs, ArrayPool<byte>.Shared, ArrayPool<char>.Shared);
}
