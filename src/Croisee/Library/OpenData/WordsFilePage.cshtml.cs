using Croisee.People;

namespace Croisee.Library.OpenData;

/// <summary>All that readers wrote beside the published sheets, with the answers of their authors, as a table.</summary>
[Audience(Audience.Public)]
public sealed class WordsFilePageModel : OpenTableScreen
{
    private protected override OpenTable Table => OpenTable.Words;
}
