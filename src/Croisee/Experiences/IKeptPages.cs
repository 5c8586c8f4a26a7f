namespace Croisee.Experiences;

/// <summary>A slot: a higher room keeps public pages of experiences in memory, and forgets them when what they show was changed here.</summary>
public interface IKeptPages
{
    /// <summary>After the save.</summary>
    Task Forget();

    /// <summary>A public page shows an address to write to, whether or not contact data are still held: its authors may take it back.</summary>
    Task<bool> ShowsAddress(Guid experience);
}

public static class KeptPages
{
    /// <summary>Whether a published page of this experience shows an address.</summary>
    public static async Task<bool> ShowAddress(this IEnumerable<IKeptPages> kept, Experience experience)
    {
        if (experience.ShownSince is null) return false;
        foreach (var pages in kept) if (await pages.ShowsAddress(experience.Id)) return true;
        return false;
    }
}
