using Croisee.Ui;

namespace Croisee.People;

[Audience(Audience.Person)]
public sealed class MyDataModel : Screen
{
    public void OnGet() { }
}
