namespace Croisee.Framework.Wording;

/// <summary>A slot: a higher room keeps the words of a term with what it shows, and learns that they are others now.</summary>
public interface IHearWords
{
    /// <summary>After the save, once this instance shows the new words. Long work is left for later.</summary>
    Task Hear(string code);
}
