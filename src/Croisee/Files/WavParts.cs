using System.Buffers.Binary;

namespace Croisee.Files;

/// <summary>A WAV: RIFF chunks, of which the sound needs two (« fmt  », « data »). The others, which name a maker, a place or a day, are cut off.</summary>
internal static class WavParts
{
    const int Head = 12, ChunkHead = 8, FormatLeast = 16;

    public static Inspection Inspect(ReadOnlySpan<byte> data)
    {
        Find(data, out var format, out var sound);
        return format.Length >= FormatLeast && sound.Length > 0 ? FileKind.Wav : Refusal.Damaged;
    }

    public static void Rewrite(ReadOnlySpan<byte> data, Stream output)
    {
        Find(data, out var format, out var sound);
        Span<byte> size = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(size, (uint)(4 + Padded(format.Length) + Padded(sound.Length)));
        output.Write("RIFF"u8);
        output.Write(size);
        output.Write("WAVE"u8);
        Write(output, "fmt "u8, format);
        Write(output, "data"u8, sound);
    }

    static int Padded(int length) => ChunkHead + length + length % 2;

    static void Write(Stream output, ReadOnlySpan<byte> name, ReadOnlySpan<byte> body)
    {
        Span<byte> size = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(size, (uint)body.Length);
        output.Write(name);
        output.Write(size);
        output.Write(body);
        if (body.Length % 2 == 1) output.WriteByte(0);
    }

    /// <summary>A recorder that was cut off says a length beyond the end, or none: the sound then goes to the end.</summary>
    static void Find(ReadOnlySpan<byte> data, out ReadOnlySpan<byte> format, out ReadOnlySpan<byte> sound)
    {
        format = sound = default;
        for (var at = Head; at + ChunkHead <= data.Length;)
        {
            var name = data.Slice(at, 4);
            var rest = data.Length - at - ChunkHead;
            var length = (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(data[(at + 4)..]), (uint)rest);
            var body = data.Slice(at + ChunkHead, length);
            if (name.SequenceEqual("fmt "u8) && format.Length == 0) format = body;
            else if (name.SequenceEqual("data"u8) && sound.Length == 0) sound = body;
            at += Padded(length);
        }
    }
}
