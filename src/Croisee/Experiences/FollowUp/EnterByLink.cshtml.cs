using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Croisee.Experiences.FollowUp;

/// <summary>The link of the QR code and of the mail. Looking at it opens nothing (a mail scanner may): the button does (S15).</summary>
[Audience(Audience.Public), EnableRateLimiting(People.Limits.Codes)]
public sealed class EnterByLinkModel(Visits visits) : Screen
{
    [FromRoute(Name = "code")] public string Code { get; set; } = "";

    public override Task<IActionResult?> Prepare()
    {
        // The address holds the code: it must not travel as a referrer, not even to ourselves.
        Response.Headers["Referrer-Policy"] = "no-referrer";
        return Task.FromResult<IActionResult?>(SpokenCode.ReadToLookUp(Code) is null ? Redirect("/suivre") : null);
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (await visits.Open(HttpContext, Code) is { } path) return Redirect(path);
        ModelState.AddModelError("", "Ce code n’ouvre rien. Il a peut-être été remplacé par un nouveau.");
        return Page();
    }
}
