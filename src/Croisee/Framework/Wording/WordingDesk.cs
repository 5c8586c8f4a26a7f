using Croisee.People;

namespace Croisee.Framework.Wording;

/// <summary>Words hold for the whole instance: only an administrator of its root changes them.</summary>
static class WordingDesk
{
    /// <summary>The grant that opens this desk, or null. The root is the organisation without parent: its path has one step.</summary>
    public static Visitor.Held? Root(Visitor visitor)
    {
        var paths = visitor.Scope(Role.Administrator);
        return visitor.Grants.FirstOrDefault(g => g.Role is Role.Administrator && g.Path.Count(c => c == '/') == 2 && paths.Contains(g.Path));
    }
}
