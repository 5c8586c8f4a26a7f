using Croisee.Data;
using Croisee.Framework;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.Calls;

/// <summary>One screen that a stranger understands: the blocks of domain 1.8 in their order. Not public means not found.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = PublicCache.Name)]
public sealed class CallModel(AppDb db, IEnumerable<ICallReaders> readers, Labels labels, TimeProvider clock, Settings settings) : Screen
{
    [FromRoute(Name = "slug")] public string Slug { get; set; } = "";
    public CallView View { get; private set; } = null!;
    public IReadOnlyDictionary<string, object> Data { get; private set; } = null!;

    public override async Task<IActionResult?> Prepare()
    {
        var now = clock.UtcNow();
        var call = await db.Calls.AsNoTracking().Public().Include(c => c.Organisation).Include(c => c.Extensions).SingleOrDefaultAsync(c => c.Slug == Slug);
        if (call is null) return NotFound();
        View = await CallView.Load(db, call, readers, labels, now, HttpContext.RequestAborted);
        Data = CallData.Of(call, settings.Origin);
        HttpContext.KeepAtMostUntil([call.NextTurn(now)], now);
        return null;
    }

    public void OnGet() { }
}
