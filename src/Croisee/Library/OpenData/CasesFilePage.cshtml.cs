using Croisee.People;

namespace Croisee.Library.OpenData;

/// <summary>The cases taken over from Participedia as a table, each with its source and its licence.</summary>
[Audience(Audience.Public)]
public sealed class CasesFilePageModel : OpenTableScreen
{
    private protected override OpenTable Table => OpenTable.Cases;
}
