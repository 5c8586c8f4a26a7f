using Croisee.Data;
using Croisee.Framework;
using Croisee.People;

namespace Croisee.Library.Moderation;

/// <summary>The words of holders who gave news.</summary>
[Audience(Audience.Office, Role.Moderator)]
public sealed class JudgeNewsModel(AppDb db, Visitor visitor, LibraryCache cache, Labels labels, TimeProvider clock) : JudgeScreen<News>(db, visitor, cache, clock)
{
    public Labels Labels => labels;
}
