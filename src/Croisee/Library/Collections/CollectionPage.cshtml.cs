using Croisee.Data;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Collections;

/// <summary>A collection as it is read: by everyone once published, before by those who compose it.</summary>
[Audience(Audience.Public)]
public sealed class CollectionPageModel(AppDb db, Visitor visitor, TimeProvider clock) : CollectionScreen(db, visitor, clock)
{
    public string? Organisation { get; private set; }
    protected override bool Changes => false;

    protected override async Task<IActionResult?> Ready()
    {
        Organisation = Collection.OrganisationId is { } id ? await Db.Organisations.Where(o => o.Id == id).Select(o => o.Name).SingleAsync() : null;
        return null;
    }

    public void OnGet() { }
}
