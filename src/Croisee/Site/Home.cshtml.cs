using Croisee.People;
using Croisee.Ui;

namespace Croisee.Site;

[Audience(Audience.Public)]
public sealed class HomeModel : Screen
{
    public void OnGet() { }
}
