namespace Croisee.Experiences.Exchange;

/// <summary>The file cannot be read any further: what stands after this line is unknown.</summary>
sealed class FileRefused(long line, string sentence) : Exception(sentence)
{
    public long Line { get; } = line;
}
