using Croisee.People;

namespace Croisee.Library.OpenData;

/// <summary>The published collections and their sheets as a table.</summary>
[Audience(Audience.Public)]
public sealed class CollectionsFilePageModel : OpenTableScreen
{
    private protected override OpenTable Table => OpenTable.Collections;
}
