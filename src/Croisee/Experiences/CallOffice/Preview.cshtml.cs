using Croisee.Data;
using Croisee.Experiences.Calls;
using Croisee.Framework;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Experiences.CallOffice;

/// <summary>The public page before it is public: the same view, in the public frame.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class PreviewModel(AppDb db, Visitor visitor, TimeProvider clock, IEnumerable<ICallReaders> readers, Labels labels) : CallScreen(db, visitor, clock)
{
    public CallView View { get; private set; } = null!;

    protected override async Task<IActionResult?> Ready()
    {
        ViewData["Office"] = false;
        View = await CallView.Load(Db, Call, readers, labels, Now, HttpContext.RequestAborted);
        return null;
    }

    public void OnGet() { }
}
