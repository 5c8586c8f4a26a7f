using Croisee.People;

namespace Croisee.Library.OpenData;

/// <summary>All the news of the published sheets as a table, beside the file of the sheets that holds the last of each.</summary>
[Audience(Audience.Public)]
public sealed class NewsFilePageModel : OpenTableScreen
{
    private protected override OpenTable Table => OpenTable.News;
}
