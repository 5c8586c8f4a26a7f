using Croisee.Data;
using Croisee.Experiences;
using Croisee.Rules;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library;

/// <summary>Who changes or takes back an address changes it on the sheet in the same save, and leaves none in its versions; kept pages are forgotten right after.</summary>
public sealed class ForgetAddress(AppDb db, LibraryCache cache) : IHear<PublicAddressChanged>, IKeptPages
{
    public async Task Hear(PublicAddressChanged fact, CancellationToken cancel)
    {
        var sheet = await db.Sheets.Include(s => s.Versions).AsSplitQuery().SingleOrDefaultAsync(s => s.Id == fact.ExperienceId && s.WithdrawnAt == null, cancel);
        sheet?.Readdress(fact.Address);
    }

    public Task Forget() => cache.Forget();

    public async Task<bool> ShowsAddress(Guid experience) =>
        await db.Sheets.AsNoTracking().Where(s => s.Id == experience && s.WithdrawnAt == null).Select(s => s.Content).SingleOrDefaultAsync() is { } content && SheetContent.FromJson(content).PublicAddress is not null;
}
