using Croisee.Data;
using Croisee.Files;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Office;

/// <summary>How the instance is; and, once the antivirus is repaired, three more tries for the files that it could not read.</summary>
[Audience(Audience.Office, Role.Administrator)]
public sealed class CheckUpPageModel(Visitor visitor, CheckUp checkUp, AppDb db) : InstanceScreen(visitor)
{
    public List<Finding> Findings { get; private set; } = [];
    public int Isolated { get; private set; }

    public async Task OnGet() => (Findings, Isolated) = (await checkUp.Run(), await db.StoredFiles.Isolated().CountAsync());

    public async Task<IActionResult> OnPost()
    {
        foreach (var file in await db.StoredFiles.Isolated().ToListAsync()) file.TryAgain();
        await db.SaveChangesAsync();
        Flash("L’antivirus examinera ces fichiers de nouveau dans les minutes qui viennent.");
        return Redirect("/bureau/bilan");
    }
}
