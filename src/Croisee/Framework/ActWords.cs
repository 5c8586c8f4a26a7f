using Croisee.Journal;

namespace Croisee.Framework;

/// <summary>The acts of this room, as the journal says them.</summary>
static class ActWords
{
    public static readonly ToldActs Told = new(new Dictionary<string, string>
    {
        [Acts.LabelChanged] = "a changé un mot du cadre",
        [Acts.LabelRestored] = "a rétabli un mot du cadre",
    });
}
