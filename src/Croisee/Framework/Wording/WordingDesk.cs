using Croisee.People;

namespace Croisee.Framework.Wording;

/// <summary>Words hold for the whole instance: only an administrator of its root changes them.</summary>
static class WordingDesk
{
    /// <summary>The grant that opens this desk, or null. The root is the organisation without parent: its path is the shortest there is.</summary>
    public static Visitor.Held? Root(Visitor visitor) =>
        visitor.AdministersInstance ? visitor.Grants.Where(g => g.Role is Role.Administrator).MinBy(g => g.Path.Length) : null;
}
