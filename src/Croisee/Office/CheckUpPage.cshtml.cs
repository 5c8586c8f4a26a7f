using Croisee.People;

namespace Croisee.Office;

[Audience(Audience.Office, Role.Administrator)]
public sealed class CheckUpPageModel(Visitor visitor, CheckUp checkUp) : InstanceScreen(visitor)
{
    public List<Finding> Findings { get; private set; } = [];

    public async Task OnGet() => Findings = await checkUp.Run();
}
