using Croisee.Data;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Experiences.CallOffice;

/// <summary>Makes a call public; refused while something is missing, naming what.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class PublishModel(AppDb db, Visitor visitor, TimeProvider clock) : CallScreen(db, visitor, clock)
{
    public IReadOnlyList<MissingPart> Missing { get; private set; } = [];

    protected override Task<IActionResult?> Ready()
    {
        Missing = [.. Call.WhatIsMissing(Now)];
        return base.Ready();
    }

    public void OnGet() { }

    public Task<IActionResult> OnPost()
    {
        Call.Publish(Now);
        return Saved(Acts.CallPublished, null, "L’appel est public.");
    }
}
