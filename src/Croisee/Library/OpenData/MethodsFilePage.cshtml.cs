using Croisee.People;

namespace Croisee.Library.OpenData;

/// <summary>The methods, tools and structures that sheets name as a table.</summary>
[Audience(Audience.Public)]
public sealed class MethodsFilePageModel : OpenTableScreen
{
    private protected override OpenTable Table => OpenTable.Methods;
}
