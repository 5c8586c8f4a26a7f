namespace Croisee.Experiences;

/// <summary>A slot: a higher room keeps public pages of experiences in memory, and forgets them when what they show was changed here.</summary>
public interface IKeptPages
{
    /// <summary>After the save.</summary>
    Task Forget();
}
