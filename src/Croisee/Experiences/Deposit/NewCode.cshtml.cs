using Croisee.Data;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Experiences.Deposit;

[Audience(Audience.Author)]
public sealed class NewCodeModel(AppDb db, AuthorCookie cookie, TimeProvider clock) : AuthorScreen(db, cookie, clock)
{
    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var code = SpokenCode.New();
        Me.Recode(SpokenCode.Hash(SpokenCode.Read(code)!), Now);
        Record(Acts.CodeRenewed);
        await Db.SaveChangesAsync();
        Cookie.Add(HttpContext, Me.Id);
        Cookie.Show(Response, Me.Id, code);
        return Redirect($"/deposer/fiche/{Reference}/code");
    }
}
