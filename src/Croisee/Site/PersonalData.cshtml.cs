using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Site;

[Audience(Audience.Public), OutputCache(PolicyName = PublicCache.Name)]
public sealed class PersonalDataModel : Screen
{
    public void OnGet() { }
}
