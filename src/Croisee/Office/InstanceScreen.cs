using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Office;

/// <summary>A page about the instance itself: for those who administer its root; for other administrators it does not exist.</summary>
public abstract class InstanceScreen(Visitor visitor) : Screen
{
    public override Task<IActionResult?> Prepare() => Task.FromResult<IActionResult?>(visitor.AdministersInstance ? null : NotFound());
}
