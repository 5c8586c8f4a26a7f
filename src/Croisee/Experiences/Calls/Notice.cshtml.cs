using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.Calls;

/// <summary>What the organiser does with contact data (EXP-R4 to R6). Every version that was shown stays readable.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = PublicCache.Name)]
public sealed class NoticeModel(AppDb db) : Screen
{
    [FromRoute(Name = "slug")] public string Slug { get; set; } = "";
    [FromQuery(Name = "version")] public int? Number { get; set; }
    public Call Call { get; private set; } = null!;
    public PublishedNotice Shown { get; private set; } = null!;

    public override async Task<IActionResult?> Prepare()
    {
        var call = await db.Calls.AsNoTracking().Public().Include(c => c.Organisation).Include(c => c.Notices).SingleOrDefaultAsync(c => c.Slug == Slug);
        if (call?.Notices.SingleOrDefault(n => n.Number == (Number ?? call.NoticeVersion)) is not { } shown) return NotFound();
        (Call, Shown) = (call, shown);
        return null;
    }

    public void OnGet() { }
}
