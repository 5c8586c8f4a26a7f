using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Framework.Reading;

/// <summary>Our codes and fields beside those of others.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = PublicCache.Name)]
public sealed class CrosswalksPageModel(Labels labels) : Screen
{
    public Labels Labels => labels;

    public void OnGet() { }
}
