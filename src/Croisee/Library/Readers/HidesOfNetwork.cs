using Croisee.Data;

namespace Croisee.Library.Readers;

/// <summary>How many words one network hid today by saying that somebody is named in them. Past a few, what it contests is read again and stays where it is: nobody empties the sheets of others in an afternoon.</summary>
public sealed class HidesOfNetwork(TimeProvider clock)
{
    public const int PerDay = 3;
    public const string Enough = "Plusieurs messages ont déjà été cachés aujourd’hui depuis votre réseau. Celui-ci reste sur la fiche jusqu’à la réponse.";
    readonly Lock counting = new();
    readonly Dictionary<string, int> hidden = new(StringComparer.Ordinal);
    DateOnly day;

    public bool MayHide(string network)
    {
        lock (counting) return Today().GetValueOrDefault(network) < PerDay;
    }

    public void Note(string network)
    {
        lock (counting) Today()[network] = hidden.GetValueOrDefault(network) + 1;
    }

    /// <summary>What was counted on another day is forgotten: the memory for it has an end.</summary>
    Dictionary<string, int> Today()
    {
        var now = DateOnly.FromDateTime(clock.UtcNow());
        if (now != day) hidden.Clear();
        day = now;
        return hidden;
    }
}
